"""nbgrader's gradebook: the rows of an assignment and of one submission, read and written in one session."""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from nbconvert.exporters import NotebookExporter
from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
    new_uuid,
)
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells
from sqlalchemy.orm import Session
from traitlets.utils.importstring import import_item

from autograder import course as courses

Cell: TypeAlias = GradeCell | SolutionCell | TaskCell


class RecordError(Exception):
    """Grades that cannot be recorded; the message is one clear line."""


@dataclass(frozen=True)
class Rows:
    """Rows of one submission: its notebooks by name, and each notebook's grades and comments by cell name."""

    submission: SubmittedAssignment
    notebooks: dict[str, SubmittedNotebook]
    grades: dict[str, list[tuple[Cell, Grade]]]
    comments: dict[str, list[tuple[Cell, Comment]]]


def assignment_cells(
    gradebook: Gradebook,
    course: courses.Course,
    assignment: courses.Assignment,
    releases: Mapping[str, bytes],
) -> list[Cell]:
    """Return the gradebook's cells of an assignment, after making them those of the release if they are not.

    Parameters
    ----------
    gradebook : Gradebook
    course, assignment
    releases : mapping of str to bytes
        The released notebooks by name (without suffix).

    Raises
    ------
    RecordError
        If the source differs from the release, or cells were added or removed although there are grades.
    """
    expected = {key for name, data in releases.items() for key in _released_keys(name, data)}
    cells = _cells(gradebook.db, assignment.name)
    if _keys(cells) == expected:
        return cells
    with _alone(course.root):
        gradebook.db.rollback()
        cells = _cells(gradebook.db, assignment.name)
        if _keys(cells) != expected:
            _save_cells(gradebook, course, assignment)
            cells = _cells(gradebook.db, assignment.name)
    if differing := sorted({f"{key[0]}/{key[2]}" for key in _keys(cells) ^ expected}):
        raise RecordError(
            f"{assignment.name}: source and release differ in {', '.join(differing)}; "
            f"run `autograder release {assignment.name}` and grade again"
        )
    return cells


def submission_rows(
    db: Session, assignment: str, student: str, cells: list[Cell], timestamp: datetime | None
) -> Rows:
    """Return the rows of a student's submission, making those that are missing; nothing is committed."""
    if db.get(Student, student) is None:
        db.add(Student(id=student))
    owner = db.query(Assignment).filter(Assignment.name == assignment).one()
    wanted = {"assignment_id": owner.id, "student_id": student}
    submission = db.query(SubmittedAssignment).filter_by(**wanted).one_or_none()
    if submission is None:
        submission = SubmittedAssignment(id=new_uuid(), **wanted)
        db.add(submission)
    submission.timestamp = timestamp
    names = {row.id: row.name for row in db.query(Notebook).filter_by(assignment_id=owner.id)}
    known = db.query(SubmittedNotebook).filter_by(assignment_id=submission.id)
    existing = {row.notebook_id: row for row in known}
    for notebook_id in names.keys() - existing.keys():
        row = SubmittedNotebook(id=new_uuid(), notebook_id=notebook_id, assignment_id=submission.id)
        existing[notebook_id] = row
        db.add(row)
    notebooks = {names[notebook_id]: row for notebook_id, row in existing.items()}
    graded = [cell for cell in cells if not isinstance(cell, SolutionCell)]
    commented = [cell for cell in cells if not isinstance(cell, GradeCell)]
    return Rows(
        submission,
        notebooks,
        _cell_rows(db, Grade, graded, existing, names),
        _cell_rows(db, Comment, commented, existing, names),
    )


def _cell_rows(
    db: Session, kind: Any, cells: list[Cell], notebooks: dict[str, SubmittedNotebook], names: dict[str, str]
) -> dict[str, list[tuple[Cell, Any]]]:
    ids = [row.id for row in notebooks.values()]
    existing = {row.cell_id: row for row in db.query(kind).filter(kind.notebook_id.in_(ids))}
    rows: dict[str, list[tuple[Cell, Any]]] = defaultdict(list)
    for cell in cells:
        row = existing.get(cell.id)
        if row is None:
            row = kind(cell_id=cell.id, notebook_id=notebooks[cell.notebook_id].id)
            db.add(row)
        rows[names[cell.notebook_id]].append((cell, row))
    return rows


def _cells(db: Session, assignment: str) -> list[Cell]:
    return [
        cell
        for kind in (GradeCell, SolutionCell, TaskCell)
        for cell in db.query(kind)
        .join(Notebook, Notebook.id == kind.notebook_id)
        .join(Assignment, Assignment.id == Notebook.assignment_id)
        .filter(Assignment.name == assignment)
    ]


def _keys(cells: list[Cell]) -> set[tuple[str, str, str, float]]:
    return {(c.notebook.name, c.type, c.name, getattr(c, "max_score", 0.0)) for c in cells}


def _released_keys(notebook: str, data: bytes) -> set[tuple[str, str, str, float]]:
    flags = {"grade": "GradeCell", "solution": "SolutionCell", "task": "TaskCell"}
    keys = set()
    for cell in json.loads(data)["cells"]:
        meta = cell["metadata"].get("nbgrader", {})
        for flag, kind in flags.items():
            if meta.get(flag):
                points = 0.0 if flag == "solution" else float(meta["points"])
                keys.add((notebook, kind, meta["grade_id"], points))
    return keys


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process is here: nbgrader saves cells in many small transactions."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _save_cells(gradebook: Gradebook, course: courses.Course, assignment: courses.Assignment) -> None:
    """Save the cells of the source notebooks with nbgrader's own steps, as `generate_assignment` does."""
    gradebook.update_or_create_assignment(assignment.name)
    gradebook.db.rollback()
    url = gradebook.engine.url.render_as_string(hide_password=False)
    silent = logging.Logger("autograder.gradebook", logging.CRITICAL)
    config = deepcopy(course.config)
    config.Exporter.default_preprocessors = []
    exporter = NotebookExporter(config=config, log=silent)
    for preprocessor in GenerateAssignment(config=course.config, log=silent).preprocessors:
        step = import_item(preprocessor) if isinstance(preprocessor, str) else preprocessor
        exporter.register_preprocessor(step)
        if issubclass(step, SaveCells):
            break
    for path in assignment.notebooks:
        about = {"notebook": path.stem, "assignment": assignment.name, "student": ".", "db_url": url}
        try:
            exporter.from_filename(str(path), resources={"nbgrader": about, "unique_key": path.stem})
        except Exception as error:
            raise RecordError(f"{assignment.name}/{path.name}: nbgrader refuses it: {error}") from error
