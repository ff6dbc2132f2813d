"""Record a submission's result where nbgrader looks for it: the gradebook and the autograded notebooks."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from nbgrader.api import Gradebook, InvalidEntry, SubmittedNotebook, TaskCell
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy import make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from autograder.autograded import Autograded, autograded
from autograder.collecting.collect import Submission
from autograder.collecting.packages import PACKAGE
from autograder.collecting.student_notebook import NotebookError, read_cells
from autograder.course import Assignment, Course
from autograder.gradebook import RecordError, Rows, assignment_cells, submission_rows
from autograder.results import Result
from toolkit.atomic import write_atomically

MARKER = ".recorded"
NO_RESPONSE = "No response."
UNREADABLE = "The submitted notebook could not be read."


@dataclass(frozen=True)
class _Notebook:
    """An autograded notebook, and whether there was none or an unreadable one to build it from."""

    built: Autograded
    missing: bool
    unreadable: bool


def record(course: Course, submission: Submission, result: Result, *, gradebook_url: str = "") -> bool:
    """Write one submission's grades to the gradebook, and its autograded notebooks.

    All grades change in one transaction; a marker, written last, says that everything is in place (see
    `recorded`). Scores, comments and late penalties mean what they mean after `nbgrader autograde`; what
    people entered by hand is kept.

    Parameters
    ----------
    course : Course
    submission : Submission
    result : Result
    gradebook_url : str, optional
        Of another gradebook than the course's.

    Returns
    -------
    bool
        False if the grader failed on a check: then the previous grade and notebooks are left alone.

    Raises
    ------
    RecordError
        If the release is missing or does not fit the gradebook, or the gradebook cannot be written.
    """
    if result.broken:
        return False
    assignment = course.assignment(result.assignment)
    releases = _releases(course, assignment)
    notebooks = _notebooks(releases, submission, result)
    folder = course.autograded / submission.student / assignment.name
    (folder / MARKER).unlink(missing_ok=True)
    shared = course.config.CourseDirectory.get("groupshared", False)
    _write(folder, submission, notebooks, 0o664 if shared else 0o444)
    url = gradebook_url or course.gradebook_url
    try:
        try:
            _save(url, course, submission, result, releases, notebooks)
        except (IntegrityError, InvalidEntry):  # another process made the same rows in the meantime
            _save(url, course, submission, result, releases, notebooks)
    except SQLAlchemyError as error:
        reason = str(error).split("\n")[0]
        raise RecordError(f"{submission.student}: the gradebook cannot be written: {reason}") from error
    write_atomically(folder / MARKER, _fingerprint(url, result, submission.timestamp, releases).encode())
    return True


def recorded(
    course: Course, student: str, assignment: str, result: Result, timestamp: str | None = None
) -> bool:
    """Return whether `record` has finished for exactly this result, time, release and gradebook."""
    marker = course.autograded / student / assignment / MARKER
    try:
        releases = _releases(course, course.assignment(assignment))
        return marker.read_text() == _fingerprint(course.gradebook_url, result, timestamp, releases)
    except (FileNotFoundError, RecordError):
        return False


def _fingerprint(url: str, result: Result, timestamp: str | None, releases: dict[str, bytes]) -> str:
    """Name everything that was recorded, and in which gradebook (a new file is another one)."""
    file = make_url(url).database if url.startswith("sqlite") else None
    gradebook = f"{os.stat(file).st_ino}" if file else url
    parts = [gradebook.encode(), msgspec.json.encode(result), str(timestamp).encode(), *releases.values()]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _releases(course: Course, assignment: Assignment) -> dict[str, bytes]:
    """Return the released notebooks by name."""
    releases = {}
    for path in assignment.notebooks:
        released = course.assignments / assignment.name / path.name
        try:
            releases[path.stem] = released.read_bytes()
        except FileNotFoundError:
            raise RecordError(f"{released} is missing; run `autograder release {assignment.name}`") from None
    return releases


def _notebooks(releases: dict[str, bytes], submission: Submission, result: Result) -> dict[str, _Notebook]:
    problems = list(dict.fromkeys([*submission.problems, *result.problems]))
    notebooks = {}
    for name, release in releases.items():
        missing = f"{name}.ipynb" not in submission.notebooks
        cells = None
        if not missing:
            with suppress(NotebookError):
                cells = read_cells(submission.notebooks[f"{name}.ipynb"])
        built = autograded(release, cells, result.checks, problems)
        notebooks[name] = _Notebook(built, missing, unreadable=cells is None and not missing)
    return notebooks


def _write(folder: Path, submission: Submission, notebooks: dict[str, _Notebook], mode: int) -> None:
    """Write the autograded folder: notebooks, the modules that were graded, and the time of handing in."""
    files = {f"{name}.ipynb": notebook.built.data for name, notebook in notebooks.items()} | submission.files
    if submission.timestamp:
        files["timestamp.txt"] = submission.timestamp.encode()
    shutil.rmtree(folder / PACKAGE, ignore_errors=True)
    for name, data in files.items():
        write_atomically(folder / name, data)
        os.chmod(folder / name, mode)
    for path in folder.iterdir():
        if path.name not in files and path.is_file():
            path.unlink()


def _save(
    url: str,
    course: Course,
    submission: Submission,
    result: Result,
    releases: dict[str, bytes],
    notebooks: dict[str, _Notebook],
) -> None:
    """Change the gradebook, in one session and one transaction."""
    assignment = course.assignment(result.assignment)
    with Gradebook(url, str(course.config.CourseDirectory.course_id)) as gradebook:
        cells = assignment_cells(gradebook, course, assignment, releases)
        moment = parse_utc(submission.timestamp)
        rows = submission_rows(gradebook.db, assignment.name, submission.student, cells, moment)
        _grade(rows, result, notebooks)
        _comment(rows, notebooks)
        _penalize(gradebook, rows, course, submission.student)
        gradebook.db.commit()


def _grade(rows: Rows, result: Result, notebooks: dict[str, _Notebook]) -> None:
    """Set the scores: of check cells the result's, of unchanged answers 0, of other answers none.

    A cell of optional checks has a maximum of 0: what it earns is nbgrader's extra credit.
    """
    scores, extra = result.cell_scores(), result.extra_cells
    for name, pairs in rows.grades.items():
        notebook = notebooks[name]
        for cell, grade in pairs:
            if cell.name in scores and cell.cell_type == "code":
                grade.auto_score = min(max(scores[cell.name], 0.0), cell.max_score)
                if cell.name in extra:
                    grade.extra_credit = max(scores[cell.name], 0.0)
            elif notebook.missing:
                grade.auto_score, grade.needs_manual_grade = 0.0, False
                continue
            elif isinstance(cell, TaskCell):
                continue
            else:
                unanswered = cell.name in notebook.built.unchanged and not notebook.unreadable
                grade.auto_score = 0.0 if unanswered else None
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None


def _comment(rows: Rows, notebooks: dict[str, _Notebook]) -> None:
    for name, pairs in rows.comments.items():
        comment_on_unchanged = UNREADABLE if notebooks[name].unreadable else NO_RESPONSE
        for cell, comment in pairs:
            unchanged = cell.name in notebooks[name].built.unchanged
            comment.auto_comment = comment_on_unchanged if unchanged else None


def _penalize(gradebook: Gradebook, rows: Rows, course: Course, student: str) -> None:
    """Assign late penalties with the course's nbgrader plugin."""
    gradebook.db.flush()
    late = rows.submission.total_seconds_late
    for notebook in rows.notebooks.values():
        notebook.late_submission_penalty = _penalty(notebook, late, course, student) if late > 0 else None


def _penalty(notebook: SubmittedNotebook, late: float, course: Course, student: str) -> float | None:
    step = AssignLatePenalties(config=course.config)
    step.init_plugin()
    penalty = step.plugin_inst.late_submission_penalty(student, notebook.score, late)
    return None if penalty is None else float(min(max(penalty, 0.0), notebook.score))
