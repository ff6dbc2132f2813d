"""A course of one small assignment, written into a folder of the test's own."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course import Assignment, Course
from autograder.leaks import module_secrets, notebook_secrets

SOLUTION = "source/tiny/solution"

MODULE = '''\
"""Means of arrays."""

import numpy as np


class Averager:
    """Averages the rows of an array."""

    def average(self, X):
        """Return the mean of each row of X, shape (N,)."""
        num_rows = X.shape[0]
        ### BEGIN SOLUTION
        secret_totals = X.sum(axis=1)
        means = secret_totals / X.shape[1]
        ### END SOLUTION
        return means


def spread(X):
    """Return the range of X."""
    ### BEGIN SOLUTION
    return float(np.max(X) - np.min(X))
    ### END SOLUTION
'''

GIVEN = '''\
"""A given module."""


def double(x):
    """Return twice x."""
    return 2 * x
'''

CHECKS = '''\
"""Checks of the tiny assignment."""

from toolkit.checks import check, close


@check("averages", points=2, cell="average", outputs={"means": close()})
def average(averages, rng):
    """Mean of each row"""
    return {"means": averages.Averager().average(rng.normal(size=(3, 4)))}


@check("averages", points=1)
def spread(averages, rng):
    """Range of an array"""
    return {"spread": averages.spread(rng.normal(size=5))}


### BEGIN HIDDEN TESTS
@check("averages", points=1.5, cell="average")
def average_of_one_column(averages, rng):
    """Mean of one column"""
    return {"means": averages.Averager().average(rng.normal(size=(3, 1)))}
### END HIDDEN TESTS
'''

REFERENCE = '''\
"""Means of arrays, another way."""

import numpy as np


class Averager:
    def average(self, X):
        return np.array([np.mean(row) for row in X])


def spread(X):
    ordered = np.sort(np.ravel(X))
    return float(ordered[-1] - ordered[0])
'''

MISTAKE = '''\
"""The mean was taken along the wrong axis."""

MODULE = "averages"
CHECK = "average_of_one_column"


class Averager:
    def average(self, X):
        return X.mean(axis=0)
'''


def graded(grade_id: str, points: float, **flags: bool) -> dict:
    """Return the metadata of an nbgrader cell."""
    kind = {"grade": True, "solution": False, "locked": True, "task": False, **flags}
    return {"nbgrader": {"grade_id": grade_id, "points": points, "schema_version": 3, **kind}}


def notebook() -> nbformat.NotebookNode:
    """Return the assignment's notebook: given code, two autograded cells, one answer written by hand."""
    cells = [
        new_markdown_cell("# Averages\n\n### Read this", id="intro"),
        new_code_cell("from toolkit.notebook import check", id="imports"),
        new_code_cell('check("average")', id="c-average", metadata=graded("average", 3.5)),
        new_code_cell('check("spread")', id="c-spread", metadata=graded("spread", 1)),
        new_markdown_cell(
            "Because the secret of the mean is the sum.\n\nIt is divided by the count.",
            id="why",
            metadata=graded("why", 2, solution=True, locked=False),
        ),
    ]
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def write_notebook(path: Path, content: nbformat.NotebookNode) -> None:
    nbformat.write(content, path)


def make_course(root: Path, config: str = "c = get_config()\n") -> Course:
    """Write the course below `root`: the assignment `tiny`, its reference and one mistake."""
    solution = root / "source" / "tiny" / "solution"
    hidden = root / "autograder" / "hidden" / "tiny"
    for folder in (solution, hidden / "reference", hidden / "mistakes"):
        folder.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(textwrap.dedent(config))
    (solution / "averages.py").write_text(MODULE)
    (solution / "given.py").write_text(GIVEN)
    (solution / "checks.py").write_text(CHECKS)
    (hidden / "reference" / "averages.py").write_text(REFERENCE)
    (hidden / "mistakes" / "wrong_axis.py").write_text(MISTAKE)
    write_notebook(root / "source" / "tiny" / "tiny.ipynb", notebook())
    return Course(root)


def tiny(course: Course) -> Assignment:
    return course.assignment("tiny")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def edit(path: Path, old: str, new: str) -> None:
    """Replace text in a file that holds it."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def leaked(course: Course) -> list[str]:
    """Return the files below `assignments/` that hold a line of an answer or of a hidden check."""
    assignment = tiny(make_course(course.root / "intact"))
    lines = [secret.line for secret in (*module_secrets(assignment), *notebook_secrets(assignment))]
    assert len(lines) > 5
    shutil.rmtree(course.root / "intact")
    texts = {name: data.decode("utf-8", "replace") for name, data in contents(course.assignments).items()}
    return [name for name, text in texts.items() if any(line in text for line in lines)]
