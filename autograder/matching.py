"""Recognise the cells of the release in a student's notebook, whatever became of their metadata."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from autograder.collecting.student_notebook import StudentCell


@dataclass(frozen=True)
class ReleasedCell:
    """One cell of the released notebook."""

    raw: dict[str, Any]

    @property
    def source(self) -> str:
        return "".join(self.raw["source"])

    @property
    def nbgrader(self) -> dict[str, Any]:
        meta: dict[str, Any] = self.raw["metadata"].get("nbgrader", {})
        return meta

    @property
    def grade_id(self) -> str:
        """Its nbgrader id; empty for a cell that nbgrader does not know."""
        known = any(self.nbgrader.get(flag) for flag in ("grade", "solution", "locked", "task"))
        return str(self.nbgrader["grade_id"]) if known else ""

    @property
    def is_answer(self) -> bool:
        """Whether the cell's text is the student's."""
        return bool(self.nbgrader.get("solution"))


def in_order(
    released: list[ReleasedCell], student: list[StudentCell]
) -> list[tuple[ReleasedCell | None, StudentCell]]:
    """Return the student's cells with what they are in the release, and nbgrader's cells that were deleted.

    A deleted cell comes back behind the cell that precedes it in the release.
    """
    matched = match(released, student)
    behind: dict[int, list[tuple[ReleasedCell | None, StudentCell]]] = defaultdict(list)
    place = -1
    for number, cell in enumerate(released):
        if number in matched:
            place = matched[number]
        elif cell.grade_id:
            behind[place].append((cell, as_student(cell)))
    owner = {index: released[number] for number, index in matched.items()}
    sequence = behind[-1]
    for index, own in enumerate(student):
        sequence += [(owner.get(index), own), *behind[index]]
    return sequence


def as_student(cell: ReleasedCell) -> StudentCell:
    """Return the cell as it is in a notebook that nobody has edited."""
    return StudentCell(cell.raw["cell_type"], cell.source, str(cell.raw.get("id", "")), cell.grade_id)


def match(released: list[ReleasedCell], student: list[StudentCell]) -> dict[int, int]:
    """Return the index of the student's cell for each released cell that has one.

    A cell is recognised by its `grade_id` (of copies, the last one that was edited), else by its notebook
    id, else by its unchanged text; an answer by its place next to a recognised cell.
    """
    known = {cell.grade_id for cell in released} - {""}
    copies = defaultdict(list)
    for index, own in enumerate(student):
        if own.grade_id in known:
            copies[own.grade_id].append(index)
    matched = {}
    for number, cell in enumerate(released):
        if copies[cell.grade_id]:
            matched[number] = max(copies[cell.grade_id], key=lambda i: (student[i].source != cell.source, i))
    free = [index for index, cell in enumerate(student) if cell.grade_id not in known]
    _match_equal(released, student, matched, free)
    _match_neighbours(released, student, matched, free)
    return matched


def _match_equal(
    released: list[ReleasedCell], student: list[StudentCell], matched: dict[int, int], free: list[int]
) -> None:
    """Match by notebook id, then (not answers, which begin alike) by text; each cell is used once."""
    ids = {student[index].id: index for index in reversed(free)}
    texts = {student[index].source: index for index in reversed(free)}
    for number, cell in enumerate(released):
        by_text = None if cell.is_answer else texts.get(cell.source)
        for found in (ids.get(cell.raw.get("id", "none")), by_text):
            if number not in matched and found in free:
                matched[number] = found
                free.remove(found)


def _match_neighbours(
    released: list[ReleasedCell], student: list[StudentCell], matched: dict[int, int], free: list[int]
) -> None:
    """Match an answer with the unrecognised cell of its kind right behind or before a recognised one."""
    ends = {-1: -1, len(released): len(student)}
    for number, cell in enumerate(released):
        if number in matched or not cell.is_answer:
            continue
        for neighbour, step in ((number - 1, 1), (number + 1, -1)):
            place = matched.get(neighbour, ends.get(neighbour))
            if place is None or place + step not in free:
                continue
            if student[place + step].kind == cell.raw["cell_type"]:
                matched[number] = place + step
                free.remove(place + step)
                break
