"""What the subcommands share: options, the course, assignments by name, errors as clear lines, progress."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from autograder.course import Course, CourseError, find_course

course_option = click.option(
    "--course",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the course (default: here).",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object on stdout and nothing else."
)


@contextmanager
def one_clear_line() -> Iterator[None]:
    """Turn the errors that tell the user something into lines on stderr and exit status 2."""
    from autograder.markers import ReleaseError
    from toolkit.sources import DataError

    try:
        yield
    except (CourseError, DataError, ReleaseError) as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


def open_course(root: Path | None) -> Course:
    """Return the course in a folder, or the one we stand in, and make it the current folder."""
    if root is not None and not (root / "nbgrader_config.py").is_file():
        raise CourseError(f"{root} is not a course: it has no nbgrader_config.py")
    course = find_course(root)
    os.chdir(course.root)
    return course


def choose(course: Course, names: tuple[str, ...]) -> list[str]:
    """Return the assignments named, or all that have checks."""
    chosen = list(names) or course.assignments_with_checks()
    for name in chosen:
        if not course.assignment(name).has_checks:
            raise CourseError(f"{name} has no checks: it is an ordinary nbgrader assignment (use nbgrader)")
    return chosen


def progress_bar(total: int, what: str, quiet: bool) -> tqdm[Any]:
    """Return a bar on stderr that shows itself on terminals only."""
    return tqdm(total=total, desc=what, unit="", disable=quiet or None, leave=False)


def advance(bar: tqdm[Any]) -> Callable[[int, int], None]:
    """Return a function that moves the bar to (done, total)."""

    def show(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return show
