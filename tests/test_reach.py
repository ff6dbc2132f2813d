"""Which checks a mistake can change: those whose probes call what it replaces."""

import sys

import pytest
from tiny_course import make_course

from autograder.mistakes import Mistake, load_mistakes
from autograder.reach import Reach
from autograder.references import read_modules
from toolkit.checks import Check, check

SOLUTION = {
    "areas.py": b"""
from lengths import diameter

class Circle:
    def __init__(self, r):
        self.r = r
    def area(self):
        return 3.14 * self.r**2

def ratio(r):
    return Circle(r).area() / diameter(r)
""",
    "lengths.py": b"""
def diameter(r):
    return 2 * r

def circumference(r):
    return 3.14 * diameter(r)
""",
    "names.py": b"def name():\n    return 'circle'\n",
}


def probed(module, probe) -> Check:
    probe.__doc__, probe.__name__ = "A check", probe.__code__.co_name
    return check(module, points=1)(probe)


@pytest.fixture
def reach():
    return Reach(SOLUTION, lambda check: 0)


@pytest.fixture
def ratio():
    def ratio(areas, rng):
        return {"ratio": areas.ratio(2.0)}

    return probed("areas", ratio)


def mistake(module: str, changes: str) -> Mistake:
    return Mistake("wrong", "hint", module, "ratio", f'"""hint"""\n{changes}')


@pytest.mark.parametrize(
    ("module", "changes", "touches"),
    [
        ("areas", "def ratio(r):\n    return 0", True),
        ("areas", "class Circle:\n    def area(self):\n        return 0", True),
        ("areas", "class Circle:\n    def __init__(self, r):\n        self.r = 0", True),
        ("lengths", "def diameter(r):\n    return r", True),
        ("lengths", "def circumference(r):\n    return r", False),
        ("lengths", "def circumference(r):\n    return r\ndef diameter(r):\n    return r", True),
        # what the solution lacks may be called by anything else in the module
        ("lengths", "def abs(r):\n    return r", True),
        ("areas", "class Circle:\n    def __getattr__(self, name):\n        return 0", True),
        ("names", "def abs(r):\n    return r", False),
        ("names", "def name():\n    return ''", False),
        ("names", "import math\ndef name():\n    return ''", False),
    ],
)
def test_a_mistake_touches_what_calls_its_functions(reach, ratio, module, changes, touches):
    assert reach.touches(mistake(module, changes), ratio) is touches


def test_what_one_module_imports_from_another_counts(reach):
    def imported(areas, rng):
        return {"length": areas.diameter(1.0)}

    assert reach.touches(mistake("lengths", "def diameter(r):\n    return r"), probed("areas", imported))


def test_a_solution_that_fails_is_touched_by_everything(reach):
    def failing(areas, rng):
        return {"ratio": areas.ratio("no number")}

    for module, function in (("areas", "ratio"), ("lengths", "circumference"), ("names", "name")):
        changes = f"def {function}(*given):\n    return 0"
        assert reach.touches(mistake(module, changes), probed("areas", failing))


def test_nothing_is_watched_afterwards(reach, ratio):
    reach.touches(mistake("areas", "def ratio(r):\n    return 0"), ratio)
    assert sys.getprofile() is None


def test_it_says_what_grading_with_the_mistake_shows(tmp_path):
    assignment = make_course(tmp_path).assignment("tiny")
    (wrong,) = load_mistakes(assignment)
    reach = Reach(read_modules(assignment.solution), lambda check: 0)
    touched = [name for name, check in assignment.checks().items() if reach.touches(wrong, check)]
    assert touched == ["average", "average_of_one_column"]
