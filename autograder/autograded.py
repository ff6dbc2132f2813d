"""Build the autograded notebook: the student's cells, the release's metadata, the checks' results."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.cells import as_html, as_text
from autograder.collecting.student_notebook import StudentCell
from autograder.matching import ReleasedCell, as_student, in_order
from autograder.results import CheckResult


@dataclass(frozen=True)
class Autograded:
    """An autograded notebook.

    Attributes
    ----------
    data : bytes
        The notebook file.
    unchanged : frozenset of str
        `grade_id` of each answer that is as it was released (no response).
    """

    data: bytes
    unchanged: frozenset[str]


def autograded(
    release: bytes, student: list[StudentCell] | None, checks: list[CheckResult], problems: list[str]
) -> Autograded:
    """Return the autograded notebook of one submitted notebook.

    Every cell that nbgrader knows is there exactly once, with the release's metadata: locked cells with the
    release's text, answers with the student's. The student's other cells stay where they are, as text and
    pictures.

    Parameters
    ----------
    release : bytes
        The released notebook.
    student : list of StudentCell or None
        None if the notebook is missing or unreadable: the release stands in for it.
    checks : list of CheckResult
        Results of the submission; those of a cell become its output.
    problems : list of str
        Lines to show on top.
    """
    notebook = json.loads(release)
    released = [ReleasedCell(raw) for raw in notebook["cells"]]
    if student is None:
        student = [as_student(cell) for cell in released]
    by_cell: dict[str, list[CheckResult]] = defaultdict(list)
    for check in checks:
        by_cell[check.cell].append(check)
    sequence = in_order(released, student)
    cells = [_cell(cell, own, f"student-{place}", by_cell) for place, (cell, own) in enumerate(sequence)]
    notes = [_problems_cell(problems)] if problems else []
    notebook.update(cells=notes + cells, nbformat=4, nbformat_minor=5)
    data = msgspec.json.format(msgspec.json.encode(notebook), indent=1) + b"\n"
    answers = [(cell, own) for cell, own in sequence if cell is not None and cell.is_answer]
    return Autograded(data, frozenset(cell.grade_id for cell, own in answers if own.source == cell.source))


def _cell(
    released: ReleasedCell | None, own: StudentCell, new_id: str, checks: dict[str, list[CheckResult]]
) -> dict[str, Any]:
    if released is None or not released.grade_id:
        return _notebook_cell(own.kind, new_id, own.source, {}, own)
    metadata = copy.deepcopy(released.raw["metadata"])
    source = own.source if released.is_answer else released.source
    identity = str(released.raw.get("id") or new_id)
    cell = _notebook_cell(released.raw["cell_type"], identity, source, metadata, own)
    if cell["cell_type"] == "code" and released.nbgrader.get("grade") and not released.is_answer:
        cell["execution_count"] = None
        cell["outputs"] = _check_outputs(checks.get(released.grade_id, []))
    return cell


def _notebook_cell(
    kind: str, identity: str, source: str, metadata: dict[str, Any], own: StudentCell
) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": identity, "metadata": metadata, "source": source}
    if kind == "code":
        cell |= {"execution_count": own.execution_count, "outputs": own.outputs}
    elif own.attachments:
        cell["attachments"] = own.attachments
    return cell


def _check_outputs(checks: list[CheckResult]) -> list[dict[str, Any]]:
    """Return the table of results, and the score in the form in which nbgrader reads partial credit."""
    if not checks:
        return []
    score = round(float(sum(check.score for check in checks if not check.optional)), 4)
    table = {"text/html": as_html(checks), "text/plain": as_text(checks)}
    value = {"text/plain": repr(score)}
    return [
        {"output_type": "display_data", "metadata": {}, "data": table},
        {"output_type": "execute_result", "metadata": {}, "data": value, "execution_count": None},
    ]


def _problems_cell(problems: list[str]) -> dict[str, Any]:
    lines = "".join(f"\n    {' '.join(line.split())}" for line in problems)
    return {
        "cell_type": "markdown",
        "id": "grader-notes",
        "metadata": {},
        "source": f"**What the grader noticed about this submission**\n{lines}",
    }
