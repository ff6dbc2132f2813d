"""Make the pages that show a student's work, feedback and Formgrader's, so that nothing of it acts."""

from __future__ import annotations

import html
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, PrefixLoader
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.server_extensions.formgrader.handlers import template_path
from nbgrader.utils import is_grade, is_locked
from traitlets.config import Config

from autograder.pages.safe_html import clean_html, markdown2html
from autograder.pages.safe_notebook import cleaned

STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
# Formgrader's own scripts, and what its two eyes do at a click: show and hide the student's name.
GRADING = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; script-src 'nonce-{nonce}' 'unsafe-hashes' "
    "'sha256-oGUA7LtyEKDvlMppna1zdKjVAxPLpRV7YpX8dvx6PJo=' "
    "'sha256-7pj7EC95pL82C2/Ze44MC9cnRyAM/uAP2esJ0iv/l1w='"
)
HEAD = """<head>
<meta http-equiv="Content-Security-Policy" content="{policy}"/>
<meta name="referrer" content="same-origin"/>"""
NOT_SHOWN = "Some tests in this cell are hidden, so neither they nor what came of them is shown here."
TEMPLATES = Path(__file__).parent / "templates"


class PageExporter(HTMLExporter):
    """nbconvert's page of a notebook: cleaned, with a policy first in its head, and nothing from elsewhere.

    Two layers, each of which holds alone: what a student wrote is reduced to harmless markup, and the page's
    content security policy forbids the browser to run or load anything that is not the page's own.
    """

    policy = STILL

    def __init__(self, config: Any = None, **options: Any) -> None:
        loaders = [
            FileSystemLoader(TEMPLATES),
            PrefixLoader({"nbgrader": FileSystemLoader(f"{template_path}/formgrade")}),
        ]
        super().__init__(config=config, extra_loaders=loaders, **options)

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Return nbconvert's filters, with ours for Markdown and HTML."""
        yield from super().default_filters()
        yield from {"markdown2html": markdown2html, "clean_html": clean_html}.items()

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook."""
        nonce = secrets.token_urlsafe(16)
        texts = {name: html.escape(v) if isinstance(v, str) else v for name, v in (resources or {}).items()}
        page, resources = super().from_notebook_node(self.prepared(nb), {**texts, "nonce": nonce}, **kw)
        before, found, after = page.partition("<head>")
        if not found:
            raise ValueError(f"the template {self.template_name} has no <head> for the page's policy")
        return f"{before}{HEAD.format(policy=self.policy.format(nonce=nonce))}{after}", resources

    def prepared(self, notebook: NotebookNode) -> NotebookNode:
        """Return what is shown of a notebook."""
        return cleaned(notebook)

    def _init_resources(self, resources: Any) -> Any:
        return super()._init_resources(resources) | {
            "should_sanitize_html": True,
            "should_not_encode_svg": False,
        }


class GradingExporter(PageExporter):
    """Formgrader's page for grading by hand."""

    policy = GRADING


class FeedbackExporter(PageExporter):
    """A student's feedback, without the hidden tests of ordinary assignments and what came of them."""

    def prepared(self, notebook: NotebookNode) -> NotebookNode:
        """Return what is shown of a notebook."""
        shown = cleaned(notebook)
        clear = ClearHiddenTests(config=Config(ClearHiddenTests=self.config.ClearHiddenTests))
        for cell in shown.cells:
            if is_grade(cell) and is_locked(cell) and clear.begin_test_delimeter in cell.source:
                clear.preprocess_cell(cell, {}, 0)
                if cell.cell_type == "code":
                    cell.outputs = [NotebookNode(output_type="stream", name="stdout", text=NOT_SHOWN)]
        return shown
