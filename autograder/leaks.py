"""Prove that a release holds no line of an answer, no hidden check, no marker and no reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from autograder.course import Assignment
from autograder.markers import HIDDEN_TESTS, LOOKALIKE, MARKER, SOLUTION, Region, find_regions, outside
from autograder.notebooks import read_cells
from toolkit.checks_file import is_checks

SHORTEST = 12
TEXT = (".py", ".ipynb", ".txt")
PLACEHOLDERS = frozenset({"# YOUR CODE HERE", "YOUR ANSWER HERE", "raise NotImplementedError()"})


@dataclass(frozen=True)
class Secret:
    """A line that students must not get, and where it comes from (`k_nearest_neighbor.py:41`)."""

    line: str
    origin: str


def leaks(assignment: Assignment, files: Mapping[str, bytes]) -> list[str]:
    """Return one line for each thing that must not be in a release and is.

    A line of a solution, of a hidden check or of a mark scheme counts, stripped, from `SHORTEST` characters
    on, unless its own file (of checks: any of their files) also has it outside the marked regions.

    Parameters
    ----------
    assignment : Assignment
        Its markers are balanced and its notebooks readable.
    files : mapping of str to bytes
        The release: content by name.
    """
    secrets = [*module_secrets(assignment), *notebook_secrets(assignment)]
    patterns = [(secret, _whole(secret.line)) for secret in secrets]
    found = list(_hidden_files(assignment, files))
    for name, data in files.items():
        if PurePosixPath(name).suffix not in TEXT:
            continue
        lines = _lines(name, data)
        text = "\n".join(lines)
        found += [f"{name}: the marker {line.strip()!r} is left" for line in lines if _is_marker(line, name)]
        for secret, pattern in patterns:
            if secret.line in text and pattern.search(text):
                found.append(f"{name}: holds {secret.origin}, which is not for students: {secret.line!r}")
    return found


def module_secrets(assignment: Assignment) -> Iterator[Secret]:
    """Yield the lines within the marked regions of `solution/*.py`."""
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(assignment.solution.glob("*.py"))}
    regions = {name: find_regions(text, name, [SOLUTION, HIDDEN_TESTS]) for name, text in texts.items()}
    given = {name: outside(text, regions[name]) for name, text in texts.items()}
    of_checks = [line for name, lines in given.items() if is_checks(name) for line in lines]
    for name, text in texts.items():
        public = of_checks if is_checks(name) else given[name]
        yield from _secrets(name, _marked(text, regions[name]), public)


def notebook_secrets(assignment: Assignment) -> Iterator[Secret]:
    """Yield the lines within the notebooks' marked regions, and whole answers that have no markers."""
    for path in assignment.notebooks:
        marked: dict[str, list[tuple[int, str]]] = {}
        given: list[str] = []
        for cell in read_cells(path):
            regions = cell.regions()
            if cell.solution and SOLUTION not in [region.kind for region in regions]:
                marked[cell.name] = list(enumerate(cell.source.split("\n"), start=1))
            else:
                marked[cell.name] = _marked(cell.source, regions)
                given += outside(cell.source, regions)
        for name, lines in marked.items():
            yield from _secrets(name, lines, given)


def _marked(text: str, regions: Iterable[Region]) -> list[tuple[int, str]]:
    return [
        numbered for region in regions for numbered in enumerate(region.lines(text), start=region.begin + 1)
    ]


def _secrets(name: str, numbered: Iterable[tuple[int, str]], given: Iterable[str]) -> Iterator[Secret]:
    public = "\n".join(given)
    for number, raw in numbered:
        line = raw.strip()
        known = line in PLACEHOLDERS or (line in public and _whole(line).search(public))
        if len(line) >= SHORTEST and not known and re.search(r"\w", line):
            yield Secret(line, f"{name}:{number}")


def _whole(line: str) -> re.Pattern[str]:
    """Match a line's text, also as a part of a line, but not a part of a word."""
    return re.compile(rf"(?<!\w){re.escape(line)}(?!\w)")


def _is_marker(line: str, name: str) -> bool:
    """The toolkit may speak of markers; what is made of an author's files may not even resemble one."""
    return bool(MARKER.fullmatch(line) or (LOOKALIKE.search(line) and not name.startswith("toolkit/")))


def _hidden_files(assignment: Assignment, files: Mapping[str, bytes]) -> Iterator[str]:
    hidden = {path.read_bytes().strip(): path for path in sorted(assignment.hidden.rglob("*.py"))}
    for name, data in files.items():
        path = hidden.get(data.strip()) if data.strip() else None
        if path:
            yield f"{name}: is {path.parent.name}/{path.name}, which students must not get"


def _lines(name: str, data: bytes) -> list[str]:
    text = data.decode("utf-8")
    if name.endswith(".ipynb"):
        text = "\n".join(_strings(json.loads(text)))
    return text.split("\n")


def _strings(value: Any) -> Iterator[str]:
    """Yield every text within a JSON value; a cell's list of lines is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield "".join(value)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
