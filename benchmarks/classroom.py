"""What a class costs: one process against two, half a class against a whole one, recording it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from autograder import classroom, record
from autograder.collecting.collect import collect
from autograder.course import Course, find_course
from autograder.release import release
from autograder.results import path, read
from autograder.solved import write_solved
from benchmarks.timing import row, seconds
from toolkit.installation import FOLDER, data_folder

ASSIGNMENT = "knn"


def measure(students: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table; the class hands in the solution."""
    here = find_course()
    os.environ[FOLDER] = str(data_folder())
    with tempfile.TemporaryDirectory() as folder:
        course = _course(here, Path(folder), students)
        os.chdir(course.root)
        try:
            folders = classroom.submissions(course, ASSIGNMENT, course.submitted)
            half = _seconds(course, folders[: students // 2], 1)
            one, two = _seconds(course, folders, 1), _seconds(course, folders, 2)
            yield _row(f"class of {students // 2}, one process", half)
            yield _row(f"class of {students}, one process", one, f"{one / half:.2f} times half the class")
            yield _row(f"class of {students}, two processes", two, f"{one / two:.2f} times as fast as one")
            yield from _recording(course, folders[0])
        finally:
            os.chdir(here.root)


def _course(here: Course, root: Path, students: int) -> Course:
    shutil.copy(here.root / "nbgrader_config.py", root)
    shutil.copytree(here.source, root / "source")
    shutil.copytree(here.hidden, root / "autograder" / "hidden")
    course = Course(root)
    release(course, [ASSIGNMENT])
    solved = root / "solved"
    write_solved(course.assignment(ASSIGNMENT), course.assignments / ASSIGNMENT, solved)
    for i in range(students):
        shutil.copytree(solved, course.submitted / f"student{i:04d}" / ASSIGNMENT)
    return course


def _seconds(course: Course, folders: list[Path], jobs: int) -> float:
    begun = time.perf_counter()
    classroom.grade_class(course, ASSIGNMENT, folders, jobs, force=True)
    return time.perf_counter() - begun


def _recording(course: Course, folder: Path) -> Iterator[tuple[str, str, str, str]]:
    submission = collect(folder, course.assignment(ASSIGNMENT))
    result = read(path(course, ASSIGNMENT, submission.student))
    assert result is not None
    own = sum(check.seconds for check in result.checks)
    times = seconds(lambda: record.record(course, submission, result), 10)
    yield row(
        "gradebook and autograded notebooks of one",
        times,
        f"{np.median(times) / own:.2f} of its checks' time",
    )


def _row(what: str, wall: float, ratio: str = "") -> tuple[str, str, str, str]:
    return what, f"{wall:.1f} s", "", ratio
