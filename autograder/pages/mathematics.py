"""Turn the formulas of a text from TeX into MathML, which browsers show without any script."""

from __future__ import annotations

import html
import re
import secrets

import nh3
from latex2mathml.converter import convert

LIMIT = 2_000
TOTAL_LIMIT = 50_000
TAGS = set(
    "math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle "
    "msub msubsup msup mtable mtd mtext mtr munder munderover".split()
)
ATTRIBUTES = {
    "math": {"display"},
    "mfrac": {"linethickness"},
    "mo": {"fence", "form", "largeop", "maxsize", "minsize", "movablelimits", "separator", "stretchy"},
    "mspace": {"width", "linebreak"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mtable": {"columnalign"},
    "mtd": {"columnalign"},
    "mi": {"mathvariant"},
}
SHORT = re.compile(r"[\w.%-]{1,12}", re.ASCII)
SYNONYMS = {"\\operatorname*": "\\mathrm", "\\operatorname": "\\mathrm", "{aligned}": "{align*}"}
DEFINITIONS = ("\\newcommand", "\\renewcommand", "\\DeclareMathOperator", "\\def")  # may grow without bound

_CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=set(),
    attributes=ATTRIBUTES,
    attribute_filter=lambda tag, name, value: value if SHORT.fullmatch(value) else None,
    url_schemes=set(),
    link_rel=None,
)


class Formulas:
    """The formulas of one text, kept out of it while the text is cleaned.

    What stands for a formula is an element with a random name, so that a text cannot hold it, and a whole
    element, so that in the value of an attribute it is no markup and stays what it is.
    """

    def __init__(self) -> None:
        self._key = secrets.token_hex(8)
        self._shown: list[str] = []
        self._length = 0

    def keep(self, formula: str, source: str, display: bool = False) -> str:
        """Keep a formula and return what stands for it; `source` is shown where it is not understood."""
        self._length += len(formula)
        mathml = as_mathml(formula, display) if self._length <= TOTAL_LIMIT else None
        self._shown.append(mathml or f"<code>{html.escape(source)}</code>")
        return self._place(len(self._shown) - 1)

    def put_in(self, cleaned: str) -> str:
        """Return a cleaned text with its formulas."""
        for number, shown in enumerate(self._shown):
            cleaned = cleaned.replace(self._place(number), shown, 1)
        return cleaned

    def _place(self, number: int) -> str:
        return f'<i title="{self._key}-{number}"></i>'


def as_mathml(formula: str, display: bool = False) -> str | None:
    """Return a formula as MathML, None if it is too long or has something that is not understood."""
    if len(formula) > LIMIT or any(word in formula for word in DEFINITIONS):
        return None
    for name, synonym in SYNONYMS.items():
        formula = formula.replace(name, synonym)
    try:
        mathml: str = _CLEANER.clean(convert(formula, display="block" if display else "inline"))
    except Exception:  # the converter names some mistakes in formulas, and stumbles over others
        return None
    return None if "\\" in mathml or "<mi>&amp;" in mathml else mathml
