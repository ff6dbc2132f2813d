"""The tiny course with this project's own nbgrader configuration, released, and submissions to it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
from tiny_course import make_course

from autograder.collecting.collect import Submission, collect
from autograder.course import Course
from autograder.notebooks import released_notebook
from autograder.results import CheckResult, Result

CONFIG = Path(__file__).parent.parent / "nbgrader_config.py"
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


def make_released_course(root: Path, gradebook: Path | None = None) -> Course:
    """Write the course with the notebook of its release, and a copy of `gradebook`."""
    course = make_course(root, CONFIG.read_text())
    release_notebooks(course)
    if gradebook:
        shutil.copy(gradebook, root / "gradebook.db")
    return course


def release_notebooks(course: Course) -> None:
    """Write what students get of the assignment's notebooks."""
    folder = course.assignments / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    for path in course.assignment("tiny").notebooks:
        (folder / path.name).write_bytes(released_notebook(path, course.config))


def student_notebook(course: Course) -> nbformat.NotebookNode:
    """Return the notebook that students get."""
    return nbformat.read(course.assignments / "tiny" / "tiny.ipynb", as_version=4)


def hand_in(course: Course, notebook: Any, student: str = "ada", timestamp: str = "") -> Submission:
    """Write and collect a submission: the solved modules, and a notebook unless it is None."""
    assignment = course.assignment("tiny")
    folder = course.submitted / student / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    for module in assignment.modules:
        shutil.copy(assignment.solution / f"{module}.py", folder)
    (folder / "tiny.ipynb").unlink(missing_ok=True)
    if notebook is not None:
        (folder / "tiny.ipynb").write_text(json.dumps(notebook))
    if timestamp:
        (folder / "timestamp.txt").write_text(timestamp)
    return collect(folder, assignment)


def check_results(
    status: str = "partial", message: str = "", hint: str = "", **scores: float
) -> list[CheckResult]:
    """Return results of the tiny assignment's checks, with a score of 0 for those not in `scores`."""
    titles = {"average": "Mean of each row", "average_of_one_column": "One column", "spread": "Range"}
    points = {"average": 2.0, "average_of_one_column": 1.5, "spread": 1.0}
    return [
        CheckResult(
            name=name,
            cell="spread" if name == "spread" else "average",
            title=title,
            module="averages",
            points=points[name],
            score=scores.get(name, 0.0),
            status=status,
            messages=[message] if message and name != "spread" else [],
            hint=hint if name != "spread" else None,
            hidden=name == "average_of_one_column",
        )
        for name, title in titles.items()
    ]


def result_of(submission: Submission, checks: list[CheckResult]) -> Result:
    """Return the result of a submission with these checks."""
    return Result(
        assignment="tiny",
        student=submission.student,
        submission=submission.digest,
        isolation="B",
        dataset="none",
        score=sum(check.score for check in checks),
        max_score=4.5,
        seconds=0.1,
        checks=checks,
        problems=list(submission.problems),
    )
