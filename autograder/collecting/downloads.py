"""Put what a learning platform gives for download into `submitted/`: each student's files as a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.collecting.collect import SubmissionError, check_student_id
from autograder.collecting.download_files import Download, DownloadedFile, opened_download
from autograder.collecting.lms_names import Place, place
from autograder.collecting.placing import take_in
from autograder.collecting.strict_files import shown
from autograder.course import Course, CourseError

NAMES_SHOWN = 5


@dataclass
class Intake:
    """What became of a download: students collected, unchanged since earlier, and a line for each problem."""

    assignment: str
    collected: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def collect_download(
    course: Course,
    assignment: str,
    path: Path,
    pattern: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Intake:
    """Write `submitted/<student>/<assignment>/` for each student of a download, which is left as it is.

    A submission that is there already is replaced as a whole and kept in `submitted/<student>/.earlier/`;
    one that was handed in later stays.

    Parameters
    ----------
    course : Course
    assignment : str
    path : Path
        Zip or folder.
    pattern : str, optional
        Regular expression with the group `student_id` (see `place`).
    progress : callable
        Called with the numbers of students done and of all.

    Raises
    ------
    CourseError
        If the download or the pattern is unusable, or no file in it belongs to a student.
    """
    intake = Intake(assignment)
    with opened_download(path) as download:
        intake.errors += download.problems
        submissions = _by_student(download, assignment, _compiled(pattern), intake.errors)
        for done, (student, files) in enumerate(sorted(submissions.items()), 1):
            try:
                fresh = take_in(course.submitted / student, assignment, files, intake.errors)
                (intake.collected if fresh else intake.unchanged).append(student)
            except (SubmissionError, OSError) as error:
                intake.errors.append(f"{student}: {error}")
            progress(done, len(submissions))
    return intake


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    try:
        compiled = None if pattern is None else re.compile(pattern)
    except re.error as error:
        raise CourseError(f"pattern {pattern!r}: no regular expression ({error})") from None
    if compiled is not None and "student_id" not in compiled.groupindex:
        raise CourseError(f"pattern {pattern!r}: expected a group (?P<student_id>…)")
    return compiled


def _by_student(
    download: Download, assignment: str, pattern: re.Pattern[str] | None, errors: list[str]
) -> dict[str, list[tuple[Place, DownloadedFile]]]:
    """Return the files of each student; nothing of students that cannot be told apart."""
    placed = defaultdict(list)
    accounts = defaultdict(set)
    strays = []
    for file in download.files:
        where = place(file.path, assignment, pattern)
        if where is None:
            strays.append(shown(str(file.path)))
            continue
        try:
            placed[check_student_id(where.student)].append((where, file))
        except SubmissionError as error:
            errors.append(f"{shown(str(file.path))}: {error}")
            continue
        accounts[where.student.casefold()].add((where.student, where.account))
    if strays:
        more = f" and {len(strays) - NAMES_SHOWN} more" if len(strays) > NAMES_SHOWN else ""
        errors.append(f"no student's, as far as the name says: {', '.join(strays[:NAMES_SHOWN])}{more}")
    for student in sorted(placed):
        if len(several := accounts[student.casefold()]) > 1:
            listed = ", ".join(sorted(f"{name} ({account})" for name, account in several))
            errors.append(
                f"{student}: not collected, handed in twice or two students: {listed}; use --pattern"
            )
            del placed[student]
    if not placed:
        raise CourseError(
            "\n".join([*errors, "no submission in the download; give --pattern to say whose is what"])
        )
    return placed
