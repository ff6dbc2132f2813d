"""Let nbgrader's commands and Formgrader release and grade assignments with checks through this grader."""

from __future__ import annotations

import glob
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc
from traitlets.config import Config

from autograder.build import build_all
from autograder.collecting.collect import SubmissionError, collect, read_timestamp
from autograder.confinement.finding import strongest
from autograder.course import Assignment, Course, CourseError
from autograder.grade import Grader, grade_submission
from autograder.gradebook import RecordError
from autograder.markers import LOOKALIKE, ReleaseError
from autograder.ordinary import check_files, confine_notebooks, refuse_other_languages
from autograder.pages import formgrader
from autograder.record import record, recorded
from autograder.seeds import course_seeds

EXPECTED_ERRORS = (SubmissionError, RecordError, CourseError, MissingEntry, NbGraderException)

find_source_notebooks = GenerateAssignment.init_notebooks
autograde_ordinary = Autograde.start


def install(c: Config, root: Path) -> None:
    """Override the steps of nbgrader that would copy, follow or run what they must not.

    * `GenerateAssignment.init_notebooks`: refuses what cannot be released before the old release is removed.
    * `Autograde.start`: grades assignments with checks here. Of the others nbgrader grades one submission
      after the other, whose files were looked at, and whose notebooks run confined.
    * `CourseDirectory.get_existing_timestamp`, `NbGraderAPI.get_submitted_timestamp`: an unreadable
      timestamp.txt counts as none, and does not stop a command or Formgrader's lists for the whole class.
    * Formgrader's pages: see `formgrader.protect`.

    Parameters
    ----------
    c : Config
        nbgrader's configuration; `Autograde.exclude_overwriting` is set in it.
    root : Path
        The course's folder.
    """
    course = Course(root)
    c.Autograde.exclude_overwriting = {
        name: [f"{module}.py" for module in course.assignment(name).modules]
        for name in course.assignments_with_checks()
    }
    GenerateAssignment.init_notebooks = init_notebooks
    Autograde.start = start
    CourseDirectory.get_existing_timestamp = get_existing_timestamp
    NbGraderAPI.get_submitted_timestamp = get_submitted_timestamp
    formgrader.protect()


def init_notebooks(self: GenerateAssignment) -> None:
    """Find the notebooks of the assignments to release, and refuse those that cannot be released."""
    find_source_notebooks(self)
    course = Course(Path(self.coursedir.root))
    for folder in self.assignments:
        try:
            refuse_unreleasable(course.assignment(Path(folder).name))
        except ReleaseError as error:
            for problem in error.problems:
                self.log.error("%s: %s", Path(folder).name, problem)
            raise NbGraderException(str(error)) from error


def refuse_unreleasable(assignment: Assignment) -> None:
    """Raise `ReleaseError` if an assignment cannot be released, or nbgrader would copy answers with it."""
    if assignment.has_checks:
        build_all(assignment)
        return
    marked = [p for p in assignment.source.rglob("*.py") if LOOKALIKE.search(p.read_text("utf-8", "replace"))]
    if marked:
        names = [path.relative_to(assignment.source) for path in marked]
        raise ReleaseError(
            f"{name}: has a solution marker, but nbgrader copies it as it is" for name in names
        )


def start(self: Autograde) -> None:
    """Grade the submissions to one assignment; what fails is reported and does not stop the others."""
    course = Course(Path(self.coursedir.root))
    folders = list(_submissions(self))
    try:
        assignment = course.assignment(self.coursedir.assignment_id)
        if not folders:
            raise CourseError(f"no submissions to {assignment.name} in {course.submitted}")
        grade = _grade if assignment.has_checks else _grade_ordinary
        failed = list(grade(self, course, assignment, folders))
    except CourseError as error:
        raise _failure(self.log, str(error)) from None
    if failed:
        raise _failure(self.log, f"{assignment.name}: could not grade {', '.join(failed)} (see above)")


def get_existing_timestamp(self: CourseDirectory, dest_path: str) -> datetime | None:
    """Return the time in a folder's timestamp.txt, None if there is no readable one."""
    text = read_timestamp(Path(dest_path))
    moment: datetime | None = parse_utc(text)
    return moment


def get_submitted_timestamp(self: NbGraderAPI, assignment_id: str, student_id: str) -> datetime | None:
    """Return when a student handed an assignment in, None if that is not known."""
    folder = self.coursedir.format_path(self.coursedir.submitted_directory, student_id, assignment_id)
    return get_existing_timestamp(self.coursedir, folder)


def _submissions(converter: Autograde) -> Iterator[Path]:
    where = converter.coursedir
    pattern = where.format_path(where.submitted_directory, where.student_id, where.assignment_id)
    excluded = where.student_id_exclude.split(",")
    for folder in sorted(map(Path, glob.glob(pattern))):
        if folder.parent.name not in excluded:
            yield folder


def _grade(
    converter: Autograde, course: Course, assignment: Assignment, folders: list[Path]
) -> Iterator[str]:
    """Grade submissions to an assignment with checks; yield the students of whom that failed."""
    found = strongest(assignment.packages, course.accepts_reduced_isolation)
    say = converter.log.info if found.level in "AB" else converter.log.warning
    say("submissions run at isolation level %s", found.level)
    for weakness in found.weaknesses:
        say("not at level %s", weakness)
    with Grader(assignment, course_seeds(course.root), found.zygote) as grader:
        for folder in folders:
            converter.run_pre_convert_hook()
            with _reported(converter, folder) as failed:
                _autograde(converter, grader, course, folder)
            yield from failed
            converter.run_post_convert_hook()


def _grade_ordinary(
    converter: Autograde, course: Course, assignment: Assignment, folders: list[Path]
) -> Iterator[str]:
    """Have nbgrader grade submissions to an ordinary assignment; yield the students of whom that failed."""
    refuse_other_languages(assignment)
    confine_notebooks(converter, course)
    chosen = converter.coursedir.student_id
    try:
        for folder in folders:
            with _reported(converter, folder) as failed:
                check_files(folder)
                converter.coursedir.student_id = glob.escape(folder.parent.name)
                autograde_ordinary(converter)
            yield from failed
    finally:
        converter.coursedir.student_id = chosen


@contextmanager
def _reported(converter: Autograde, folder: Path) -> Iterator[list[str]]:
    """Log whatever goes wrong with a submission, and name its student in the list."""
    failed: list[str] = []
    try:
        yield failed
    except Exception as error:
        known = isinstance(error, EXPECTED_ERRORS)
        converter.log.error("%s: %s", folder.parent.name, error, exc_info=not known)
        failed.append(folder.parent.name)


def _autograde(converter: Autograde, grader: Grader, course: Course, folder: Path) -> None:
    """Grade and record one submission unless that is done already."""
    submission = collect(folder, grader.assignment)
    if not converter.create_student:
        with Gradebook(converter.coursedir.db_url, converter.coursedir.course_id) as gradebook:
            gradebook.find_student(submission.student)
    result = grade_submission(grader, course, submission, force=converter.force)
    for problem in result.problems:
        converter.log.warning("%s: %s", submission.student, problem)
    if not converter.force and recorded(
        course, submission.student, grader.assignment.name, result, submission.timestamp
    ):
        converter.log.info("%s: graded already, %g of %g", submission.student, result.score, result.max_score)
    elif record(course, submission, result, gradebook_url=converter.coursedir.db_url):
        converter.log.info("%s: %g of %g", submission.student, result.score, result.max_score)
    else:
        broken = [f"{c.name} ({' '.join(c.messages)})" for c in result.checks if c.status == "grader_error"]
        raise NbGraderException(f"the grader failed on {', '.join(broken)}; the previous grade is kept")


def _failure(log: logging.Logger, message: str) -> NbGraderException:
    log.error(message)
    return NbGraderException(message)
