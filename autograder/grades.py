"""Read what students earned from nbgrader's gradebook, points given by hand included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import func
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Query, Session

from autograder.course import Course, CourseError

Cell = tuple[str, str]


@dataclass(frozen=True)
class CellGrade:
    """Points of one graded cell that count, and whether a person has yet to give or confirm them."""

    score: float
    waiting: bool


@dataclass
class StudentGrades:
    """One student's grades; `cells` is empty and `submitted` False if there is no submission."""

    student: str
    name: str = ""
    submitted: bool = False
    penalty: float = 0.0
    cells: dict[Cell, CellGrade] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The points that count: the cells' sum less the late penalty, at least 0."""
        return max(0.0, sum(grade.score for grade in self.cells.values()) - self.penalty)

    @property
    def waiting(self) -> list[str]:
        """Names of the cells whose points a person has yet to give or confirm."""
        return [name for (_, name), grade in self.cells.items() if grade.waiting]


@dataclass(frozen=True)
class Grades:
    """All grades of an assignment: the most points of each cell (notebook, name), and the students by id."""

    assignment: str
    cells: dict[Cell, float]
    students: list[StudentGrades]

    @property
    def max_score(self) -> float:
        return sum(self.cells.values())


def read_grades(course: Course, assignment: str) -> Grades:
    """Return the grades of every student in the gradebook, sorted by id.

    Raises
    ------
    CourseError
        If there is no gradebook, it cannot be read, or it does not know the assignment.
    """
    with _gradebook(course, assignment) as db:
        students = {
            row.id: StudentGrades(row.id, ", ".join(n for n in (row.last_name, row.first_name) if n))
            for row in db.query(Student.id, Student.last_name, Student.first_name).order_by(Student.id)
        }
        _read_penalties(db, assignment, students)
        rows = _graded_cells(db, assignment).with_entities(
            SubmittedAssignment.student_id,
            Notebook.name,
            BaseCell.name,
            Grade.score,
            Grade.needs_manual_grade,
        )
        for student, notebook, cell, score, waiting in rows:
            students[student].cells[notebook, cell] = CellGrade(score, waiting)
        return Grades(assignment, _cells(db, assignment), list(students.values()))


def count_waiting(course: Course, assignment: str) -> int:
    """Return how many submissions wait for points given by hand; raises what `read_grades` does."""
    with _gradebook(course, assignment) as db:
        waiting = _graded_cells(db, assignment).filter(Grade.needs_manual_grade)
        return int(waiting.with_entities(SubmittedAssignment.student_id).distinct().count())


@contextmanager
def _gradebook(course: Course, assignment: str) -> Iterator[Session]:
    """Open the gradebook for reading; one that does not exist is not made."""
    url = make_url(course.gradebook_url)
    again = f"run: autograder grade {assignment}"
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise CourseError(f"there is no gradebook at {url.database}; {again}")
    try:
        with Gradebook(course.gradebook_url, str(course.config.CourseDirectory.course_id)) as gradebook:
            if not gradebook.db.query(Assignment).filter_by(name=assignment).count():
                raise CourseError(f"the gradebook has no assignment {assignment}; {again}")
            yield gradebook.db
    except SQLAlchemyError as error:
        raise CourseError(f"the gradebook cannot be read ({str(error).splitlines()[0]})") from error


def _graded_cells(db: Session, assignment: str) -> Query[Any]:
    rows: Query[Any] = (
        db.query(Grade)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .filter(Assignment.name == assignment)
        .order_by(SubmittedAssignment.student_id, Notebook.name, BaseCell.name)
    )
    return rows


def _cells(db: Session, assignment: str) -> dict[Cell, float]:
    rows = [
        row
        for kind in (GradeCell, TaskCell)
        for row in db.query(Notebook.name, kind.name, kind.max_score)
        .select_from(kind)
        .join(Notebook, Notebook.id == kind.notebook_id)
        .join(Assignment, Assignment.id == Notebook.assignment_id)
        .filter(Assignment.name == assignment)
    ]
    return {(notebook, cell): points for notebook, cell, points in sorted(tuple(row) for row in rows)}


def _read_penalties(db: Session, assignment: str, students: dict[str, StudentGrades]) -> None:
    """Mark who handed in, and set the late penalties."""
    penalty = func.coalesce(func.sum(SubmittedNotebook.late_submission_penalty), 0.0)
    rows = (
        db.query(SubmittedAssignment.student_id, penalty)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(Assignment.name == assignment)
        .group_by(SubmittedAssignment.student_id)
    )
    for student, sum_of_penalties in rows:
        students[student].submitted = True
        students[student].penalty = sum_of_penalties
