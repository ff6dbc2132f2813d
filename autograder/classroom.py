"""Grade a class: what is new or changed, in parallel, each result written and recorded as it comes."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import record, results
from autograder.collecting.collect import check_student_id
from autograder.course import Course, CourseError
from autograder.gradebook import RecordError
from autograder.job import Graded, Task, grade_all
from autograder.references import data_for
from autograder.seeds import course_seeds
from autograder.training import our_models


@dataclass
class Summary:
    """What a grading run did: students graded, skipped (nothing had changed), and a line for each error.

    `isolation` has the level of every result.
    """

    assignment: str
    graded: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    isolation: Counter[str] = field(default_factory=Counter)


def submissions(course: Course, assignment: str, submitted: Path, student: str | None = None) -> list[Path]:
    """Return the folders `<submitted>/<student>/<assignment>`, sorted by student.

    Raises
    ------
    CourseError
        If there is none.
    """
    students = submitted.glob("*") if student is None else [submitted / check_student_id(student)]
    folders = sorted(p / assignment for p in students if (p / assignment).is_dir())
    if not folders:
        who = f"of {student} " if student else ""
        raise CourseError(f"no submission {who}to {assignment}: expected {submitted}/<student>/{assignment}/")
    return folders


def grade_class(
    course: Course,
    assignment: str,
    folders: list[Path],
    jobs: int = 0,
    force: bool = False,
    accept_reduced: bool = False,
    progress: Callable[[str], None] = lambda student: None,
) -> Summary:
    """Grade submissions and record them in the gradebook; one that is up to date is left as it is.

    Parameters
    ----------
    course : Course
    assignment : str
    folders : list of Path
        From `submissions`.
    jobs : int
        Processes that grade at the same time; 0 for one a core.
    force : bool
        Grade again what is up to date.
    accept_reduced : bool
        Grade even if submissions cannot be isolated here (level D).
    progress : callable
        Called with each student's id when done.
    """
    summary = Summary(assignment)
    course_seeds(course.root)
    checks = course.assignment(assignment).checks()
    our_models(course.assignment(assignment), checks, data_for(checks))  # once, not in each process
    gc.freeze()
    tasks = (Task(course, assignment, folder, force, accept_reduced) for folder in folders)
    for folder, graded in zip(folders, grade_all(tasks, jobs), strict=True):
        _finish(course, folder.parent.name, graded, summary)
        progress(folder.parent.name)
    return summary


def as_json(summary: Summary) -> dict[str, Any]:
    """Return the contract's JSON of a grading run."""
    return {name: getattr(summary, name) for name in ("assignment", "graded", "skipped", "errors")}


def as_text(summary: Summary) -> str:
    """Return one line that sums a grading run up."""
    counts = f"{len(summary.graded)} graded, {len(summary.skipped)} up to date, {len(summary.errors)} errors"
    levels = [f"{count} at isolation level {level}" for level, count in sorted(summary.isolation.items())]
    return f"{summary.assignment}: {counts}" + (f" ({', '.join(levels)})" if levels else "")


def _finish(course: Course, student: str, graded: Graded, summary: Summary) -> None:
    if graded.submission is None or graded.result is None:
        summary.errors.append(f"{student}: {graded.error}")
        return
    result = graded.result
    summary.isolation[result.isolation] += 1
    for check in result.checks:
        if check.status == "grader_error":
            summary.errors.append(f"{student}: {check.name}: {' '.join(check.messages)}")
    if graded.fresh:
        results.write(course, result)
    try:
        if not record.recorded(course, student, result.assignment, result, graded.submission.timestamp):
            record.record(course, graded.submission, result)
    except RecordError as error:
        summary.errors.append(str(error))
    (summary.graded if graded.fresh else summary.skipped).append(student)
