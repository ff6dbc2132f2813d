"""Turn a student's Markdown and HTML into HTML that runs nothing, loads nothing and imitates nothing."""

from __future__ import annotations

import html
import re

import nh3
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.pages.mathematics import Formulas

TEXT_TAGS = "a abbr b br code del em i img kbd s small span strong sub sup u"
BLOCK_TAGS = "blockquote details div h1 h2 h3 h4 h5 h6 hr p pre summary"
LIST_TAGS = "dd dl dt li ol ul"
TABLE_TAGS = "caption table tbody td tfoot th thead tr"
TAGS = set(f"{TEXT_TAGS} {BLOCK_TAGS} {LIST_TAGS} {TABLE_TAGS}".split())
ATTRIBUTES = {
    "*": {"style", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
NUMBER = re.compile(r"\d{1,4}%?", re.ASCII).fullmatch
VALUES = {
    "src": re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.ASCII).fullmatch,
    "href": re.compile(r"(https?|mailto):", re.IGNORECASE).match,
    **dict.fromkeys(("width", "height", "colspan", "rowspan", "start"), NUMBER),
}
ANSWER_STYLES = {"text-align"}
OUTPUT_STYLES = set(
    "background-color color font-weight padding text-align vertical-align white-space".split()
)
ATTACHED = ("image/png", "image/jpeg", "image/gif", "image/webp")
MARKDOWN_LIMIT = 20_000
ENVIRONMENT_LIMIT = 100
TAG_LIMIT = 10_000

# Controls (line ends, tabs and colours of terminals stay), overrides of the direction of text, invisible
# marks, and halves of surrogate pairs.
_HIDDEN = re.compile(
    "(?P<colour>\x1b\\[[0-9;]{0,30}m)|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]"
    "|[\U000e0000-\U000e0fff]"
)


class CleanHtml(str):
    """HTML that has been cleaned already."""


def visible(text: str, colours: bool = False) -> str:
    """Return text in which a replacement character stands for each one that hides or reorders others."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HIDDEN.sub(lambda found: found[0] if colours and found["colour"] else "\ufffd", lines)


def clean_html(source: object) -> CleanHtml:
    """Return HTML of which only harmless tags and attributes are left, as for a cell's output.

    Pictures are those in the page itself; links lead to web and mail addresses; nothing has a class or an
    id, so that no style or script of the page takes it for its own.
    """
    if isinstance(source, CleanHtml):
        return source
    text = source.decode("utf-8", "replace") if isinstance(source, bytes) else str(source)
    if text.count("<") > TAG_LIMIT:  # nested tags take time that grows with their square
        return CleanHtml(f"<pre>{html.escape(visible(text))}</pre>")
    return CleanHtml(_OUTPUT.clean(visible(text)))


@pass_context
def markdown2html(context: Context, source: str) -> CleanHtml:
    """Return Markdown as HTML without anything that runs, with formulas as MathML; attached pictures stay.

    What would take long to parse is shown as it was written.
    """
    source = visible(source)
    as_written = CleanHtml(f"<pre>{html.escape(source)}</pre>")
    begun = max(map(source.count, ("\\begin{", "\\\\(", "\\\\[")))  # each is looked for up to the end
    if len(source) > MARKDOWN_LIMIT or begun > ENVIRONMENT_LIMIT:
        return as_written
    formulas = Formulas()
    renderer = _Renderer((context.get("cell") or {}).get("attachments") or {}, formulas)
    try:
        rendered = MarkdownWithMath(renderer=renderer).render(source)
    except RecursionError:
        return as_written
    return CleanHtml(formulas.put_in(_MARKDOWN.clean(rendered)))


class _Renderer(IPythonRenderer):
    """Markdown as notebooks have it, without links to headings, colours of code and diagrams."""

    def __init__(self, attachments: dict[str, dict[str, str]], formulas: Formulas) -> None:
        super().__init__(escape=False, attachments=attachments, exclude_anchor_links=True)
        self.formulas = formulas

    def block_code(self, code: str, info: str | None = None) -> str:
        return f"<pre><code>{html.escape(code)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        return self.formulas.keep(body, f"$${body}$$", display=True)

    def inline_math(self, body: str) -> str:
        return self.formulas.keep(body, f"${body}$")

    def latex_environment(self, name: str, body: str) -> str:
        source = f"\\begin{{{name}}}{body}\\end{{{name}}}"
        return self.formulas.keep(source, source, display=True)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith(("attachment:", "data:")):
            return str(super().image(text, url, title))
        return f'(picture not shown: <a href="{html.escape(url)}">{text or "elsewhere"}</a>)'

    def _embed_image_or_attachment(self, src: str) -> str:
        bundle = self.attachments.get(src.removeprefix("attachment:")) or {}
        pictures = (f"data:{mime};base64,{bundle[mime]}" for mime in ATTACHED if mime in bundle)
        return next(pictures, "") if src.startswith("attachment:") else src


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return the value that an attribute may have, None to leave it out."""
    fits = VALUES.get(name)
    return value if fits is None or fits(value.strip()) else None


def _cleaner(styles: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=set(),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "data"},
        url_relative="deny",
        link_rel="noopener noreferrer",
        filter_style_properties=styles,
        strip_comments=True,
    )


_OUTPUT = _cleaner(OUTPUT_STYLES)
_MARKDOWN = _cleaner(ANSWER_STYLES)
