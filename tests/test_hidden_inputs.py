"""What hidden checks pass in and expect appears in no feedback, however a submission tries to show it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from released_course import hand_in, make_released_course, student_notebook

from autograder import results
from autograder.cells import as_html, as_text
from autograder.course import Course

GIVEN, EXPECTED = ("6000.5", "8268."), "7134.25"
CHECKS = '''
"""Checks of the tiny assignment; a hidden one comes first."""

import numpy as np

from toolkit.checks import check


### BEGIN HIDDEN TESTS
@check("averages", points=1.5, cell="average")
def average_of_two(averages, rng):
    """Mean of two numbers"""
    return {"means": averages.Averager().average(np.array([[6000.5, 8268.0]]))}
### END HIDDEN TESTS


@check("averages", points=2)
def average(averages, rng):
    """Mean of each row"""
    return {"means": averages.Averager().average(rng.normal(size=(3, 4)))}


@check("averages", points=1)
def spread(averages, rng):
    """Range of an array"""
    return {"spread": averages.spread(rng.normal(size=5))}
'''
MODULE = """
import builtins
import numpy as np

class Averager:
    def average(self, X):
        {body}

def spread(X):
    raise ValueError(str([getattr(place, "kept", "") for place in (builtins, np)]))
"""
WAYS = {
    "raise": "raise ValueError(X.tolist())",
    "raise a class named after it": "raise type(str(X.tolist()), (Exception,), {})",
    "return": "return X.mean(axis=1) + 1",
    "print": "print(X.tolist()); return X.mean(axis=1) + 1",
    "keep": "builtins.kept = getattr(builtins, 'kept', '') + str(X); raise ValueError(builtins.kept)",
    "keep in numpy": "np.kept = getattr(np, 'kept', '') + str(X.tolist()); raise ValueError(np.kept)",
}
CANARY = re.compile("|".join(map(re.escape, (*GIVEN, EXPECTED))))


pytestmark = pytest.mark.xdist_group("hidden inputs")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, new_gradebook: Path) -> Course:
    """A course whose students try each way."""
    made = make_released_course(tmp_path_factory.mktemp("course"), new_gradebook)
    (made.source / "tiny" / "solution" / "checks.py").write_text(CHECKS)
    mistakes = made.hidden / "tiny" / "mistakes"
    mistakes.joinpath("wrong_axis.py").unlink()
    api = NbGraderAPI(CourseDirectory(config=made.config), config=made.config)
    for student, body in WAYS.items():
        hand_in(made, student_notebook(made), student)
        (made.submitted / student / "tiny" / "averages.py").write_text(MODULE.replace("{body}", body))
    assert api.autograde("tiny", "*")["success"]
    for student in WAYS:
        outcome = api.generate_feedback("tiny", student)
        assert outcome["success"], outcome
    return made


def test_the_instructors_results_hold_it(course: Course) -> None:
    for student in ("raise", "return"):
        assert CANARY.search(results.path(course, "tiny", student).read_text())


@pytest.mark.parametrize("student", WAYS)
def test_feedback_and_notebook_do_not_hold_it(course: Course, student: str) -> None:
    pages = [
        *course.feedback.glob(f"{student}/tiny/*.html"),
        *course.autograded.glob(f"{student}/tiny/*.ipynb"),
    ]
    assert len(pages) == 2
    for page in pages:
        assert "Mean of two numbers (hidden check)" in page.read_text()
        assert not CANARY.search(page.read_text()), page.name


@pytest.mark.parametrize("student", WAYS)
def test_tables_of_checks_do_not_hold_it(course: Course, student: str) -> None:
    result = results.read(results.path(course, "tiny", student))
    assert result is not None
    assert not CANARY.search(as_html(result.checks) + as_text(result.checks))


def test_the_release_does_not_hold_it(course: Course) -> None:
    for path in Path(course.assignments / "tiny").rglob("*"):
        if path.suffix in (".py", ".ipynb"):
            assert not CANARY.search(path.read_text()), path.name
    assert json.loads((course.assignments / "tiny" / "tiny.ipynb").read_text())["cells"]
