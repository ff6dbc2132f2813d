"""Filters for nbconvert that keep scripts of students out of feedback and of Formgrader's pages."""

from __future__ import annotations

import bleach
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

TEXT_TAGS = {"a", "abbr", "b", "br", "code", "del", "em", "i", "img", "kbd", "s", "small", "span", "strong"}
BLOCK_TAGS = {"blockquote", "details", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "summary"}
LIST_TAGS = {"dd", "dl", "dt", "li", "ol", "ul", "sub", "sup", "u"}
TABLE_TAGS = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
TAGS = frozenset(TEXT_TAGS | BLOCK_TAGS | LIST_TAGS | TABLE_TAGS)
ATTRIBUTES = {
    "*": ["class", "id", "style", "title"],
    "a": ["href", "name"],
    "img": ["src", "alt", "width", "height"],
    "ol": ["start"],
    "td": ["colspan", "rowspan", "align"],
    "th": ["colspan", "rowspan", "align"],
}
PROTOCOLS = frozenset({"http", "https", "mailto", "data"})
STYLE_NAMES = "background-color color font-weight padding text-align vertical-align white-space"
STYLES = CSSSanitizer(allowed_css_properties=STYLE_NAMES.split())


def clean_html(html: object) -> str:
    """Return HTML of which only harmless tags and attributes are left; others are shown as text."""
    text = html.decode() if isinstance(html, bytes) else str(html)
    cleaned: str = bleach.clean(
        text, tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS, css_sanitizer=STYLES, strip_comments=True
    )
    return cleaned


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """Return Markdown as HTML without anything that runs; mathematics and attached pictures stay."""
    attachments = (context.get("cell") or {}).get("attachments", {})
    renderer = IPythonRenderer(escape=False, attachments=attachments, anchor_link_text=" ")
    return clean_html(MarkdownWithMath(renderer=renderer).render(source))
