"""Grade submissions in a pool of processes, a bounded number ahead and in order."""

from __future__ import annotations

import functools
import itertools
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from autograder import results
from autograder.collecting.collect import Submission, SubmissionError, collect
from autograder.confinement.confine import die_with_parent
from autograder.confinement.finding import strongest
from autograder.course import Course, CourseError
from autograder.grade import Grader
from autograder.results import Result
from autograder.seeds import course_seeds


@dataclass(frozen=True)
class Task:
    """One submission to grade.

    Attributes
    ----------
    course : Course
    assignment : str
    submission : Path or Submission
        Its folder, or the submission itself.
    force : bool
        Grade it even if its result is up to date.
    accept_reduced : bool
        Grade it even if it cannot be isolated here (level D).
    only : frozenset of str, optional
        The checks to run; all of them if it is not given.
    """

    course: Course
    assignment: str
    submission: Path | Submission
    force: bool = False
    accept_reduced: bool = False
    only: frozenset[str] | None = None


@dataclass(frozen=True)
class Graded:
    """What became of a task; without a result, `error` says in one line why."""

    submission: Submission | None
    result: Result | None
    fresh: bool = False
    error: str = ""


def grade_all(tasks: Iterable[Task], jobs: int = 0) -> Iterator[Graded]:
    """Yield what became of each task, in their order; `jobs` processes work, one a core by default.

    Raises
    ------
    CourseError
        If the assignment cannot be graded at all, or submissions cannot be isolated.
    """
    jobs = jobs or os.cpu_count() or 1
    remaining = iter(tasks)
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_live_with_parent) as executor:
        ahead = itertools.islice(remaining, 2 * jobs)
        waiting: deque[Future[Graded]] = deque(executor.submit(_grade, task) for task in ahead)
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(executor.submit(_grade, task) for task in itertools.islice(remaining, 1))


def _live_with_parent() -> None:
    """Leave an interrupt to the parent, and end this process when the parent ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()


def _grade(task: Task) -> Graded:
    grader = _grader(task.course, task.assignment, task.accept_reduced)
    try:
        submission = task.submission
        if isinstance(submission, Path):
            submission = collect(submission, grader.assignment)
        old = results.read(results.path(task.course, task.assignment, submission.student))
        if old is not None and not task.force and grader.is_current(old, submission):
            return Graded(submission, old)
        return Graded(submission, grader.grade(submission, task.only), fresh=True)
    except SubmissionError as error:
        return Graded(None, None, error=str(error))
    except CourseError:
        raise
    except Exception as error:
        return Graded(None, None, error=f"the grader failed ({type(error).__name__}: {error})")


@functools.cache
def _grader(course: Course, name: str, accept_reduced: bool) -> Grader:
    """Return this process's grader; its zygote ends with the process."""
    os.chdir(course.root)
    assignment = course.assignment(name)
    found = strongest(assignment.packages, accept_reduced)
    return Grader(assignment, course_seeds(course.root), found.zygote)
