"""Find the regions that an author marked, and refuse every marker that nbgrader would silently ignore."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

SOLUTION, HIDDEN_TESTS, MARK_SCHEME = "SOLUTION", "HIDDEN TESTS", "MARK SCHEME"

MARKER = re.compile(
    r"(\s*)(?:### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|=== (BEGIN|END) (MARK SCHEME) ===)\s*"
)
LOOKALIKE = re.compile(
    r"\b(?:begin|end)[\s_-]*(?:solutions?|hidden[\s_-]*tests?|mark(?:ing)?[\s_-]*schemes?)\b", re.IGNORECASE
)
TRIPLE_HASH = re.compile(r"\s*###(?!#)")


class ReleaseError(Exception):
    """An assignment that cannot be released; `problems` holds one clear line for each reason."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@contextmanager
def gathered(problems: list[str]) -> Iterator[None]:
    """Append the problems of a `ReleaseError` raised inside to `problems` instead of raising it."""
    try:
        yield
    except ReleaseError as error:
        problems.extend(error.problems)


@dataclass(frozen=True)
class Region:
    """Lines `begin` to `end` (from 1, the markers' own included) of one kind, indented by `indent`."""

    kind: str
    begin: int
    end: int
    indent: str

    def lines(self, text: str) -> list[str]:
        """Return the marked lines of `text`, without the two markers."""
        return text.split("\n")[self.begin : self.end - 1]


def find_regions(text: str, name: str, kinds: Iterable[str], code: bool = True) -> list[Region]:
    """Return the marked regions of a text in their order.

    Parameters
    ----------
    text : str
        Lines end in a newline character only.
    name : str
        What problems call the text, in front of the line's number.
    kinds : iterable of str
        The kinds of region that may be here.
    code : bool
        Comments in code begin with three hashes only if they are markers; in Markdown that is a heading.

    Raises
    ------
    ReleaseError
        If a marker is misspelt, misplaced, nested, unbalanced, or indented unlike its other end.
    """
    problems: list[str] = []
    allowed = tuple(kinds)
    found = _markers(text, name, code, problems)
    markers = [marker for marker in found if _allowed(marker, allowed, name, problems)]
    regions = list(_paired(markers, name, problems))
    if problems:
        raise ReleaseError(problems)
    return regions


@dataclass(frozen=True)
class _Marker:
    line: int
    indent: str
    edge: str
    kind: str


def _markers(text: str, name: str, code: bool, problems: list[str]) -> Iterator[_Marker]:
    for number, line in enumerate(text.split("\n"), start=1):
        found = MARKER.fullmatch(line)
        if found:
            yield _Marker(number, found[1], found[2] or found[4], found[3] or found[5])
        elif LOOKALIKE.search(line) or (code and TRIPLE_HASH.match(line)):
            problems.append(
                f"{name}:{number}: {line.strip()!r} is not a marker; write it exactly, as in "
                "'### BEGIN SOLUTION', or word the line differently"
            )


def _allowed(marker: _Marker, kinds: tuple[str, ...], name: str, problems: list[str]) -> bool:
    if marker.kind in kinds:
        return True
    expected = f"only {' and '.join(kinds)} may be marked here" if kinds else "nothing may be marked here"
    problems.append(f"{name}:{marker.line}: {marker.edge} {marker.kind} is out of place; {expected}")
    return False


def _paired(markers: Iterable[_Marker], name: str, problems: list[str]) -> Iterator[Region]:
    begun: _Marker | None = None
    for marker in markers:
        where = f"{name}:{marker.line}: {marker.edge} {marker.kind}"
        if marker.edge == "BEGIN":
            if begun:
                problems.append(
                    f"{where} within the {begun.kind} region of line {begun.line}; end that first"
                )
            begun = marker
        elif not begun or begun.kind != marker.kind:
            problems.append(f"{where} without BEGIN {marker.kind}")
        else:
            if marker.indent != begun.indent:
                problems.append(
                    f"{where} is indented by {len(marker.indent)}, "
                    f"its BEGIN in line {begun.line} by {len(begun.indent)}; indent both alike"
                )
            yield Region(begun.kind, begun.line, marker.line, begun.indent)
            begun = None
    if begun:
        problems.append(f"{name}:{begun.line}: BEGIN {begun.kind} without END {begun.kind}")


def replace_regions(text: str, regions: Iterable[Region], replacement: Callable[[Region], list[str]]) -> str:
    """Return `text` with each region, markers included, replaced by the lines of `replacement(region)`."""
    lines = text.split("\n")
    for region in sorted(regions, key=lambda region: region.begin, reverse=True):
        lines[region.begin - 1 : region.end] = replacement(region)
    return "\n".join(lines)


def without_markers(text: str, regions: Iterable[Region]) -> str:
    """Return `text` with the regions' content kept and only their markers dropped."""
    return replace_regions(text, regions, lambda region: region.lines(text))


def outside(text: str, regions: Iterable[Region]) -> list[str]:
    """Return the lines of `text` that lie in none of the regions."""
    return replace_regions(text, regions, lambda region: []).split("\n")
