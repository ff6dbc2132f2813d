"""Make Formgrader show a student's work without anything in it that acts in the instructor's session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nbgrader.server_extensions.formgrader import formgrader
from nbgrader.server_extensions.formgrader.base import BaseApiHandler, BaseHandler
from nbgrader.server_extensions.formgrader.handlers import SubmissionFilesHandler
from tornado.web import HTTPError

from autograder.pages.exporters import STILL, GradingExporter

MARKUP = re.compile(r"""[<>"\\\x00-\x1f\x7f]""")

render_template = BaseHandler.render


def protect() -> None:
    """Override what Formgrader would hand to the browser as it is.

    * `HTMLExporter`: the page for grading by hand is the one of `autograder.pages.exporters`.
    * `BaseHandler.render`: its templates insert names from the address and from folders into scripts; names
      that could end a script there are refused.
    * `content_security_policy` of the handlers that send data and a submission's files: a browser that opens
      them as pages runs nothing.
    """
    formgrader.HTMLExporter = GradingExporter
    BaseHandler.render = render
    for handler in (BaseApiHandler, SubmissionFilesHandler):
        handler.content_security_policy = property(lambda self: f"{STILL}; sandbox")


def render(self: BaseHandler, name: str, **values: Any) -> str:
    """Return a page of Formgrader, unless a name in it has a character that ends a text in its scripts."""
    for key, text in _texts(values):
        if (key.endswith("_id") or key in ("student", "filename")) and MARKUP.search(text):
            raise HTTPError(400, f"{key} has quotes, backslashes, angle brackets or control characters")
    page: str = render_template(self, name, **values)
    return page


def _texts(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _texts(value)
        elif isinstance(value, str):
            yield key, value
