"""Known mistakes are spliced into the solution, and a file that cannot be one is refused in one line."""

import pytest
from tiny_course import edit, make_course, tiny

from autograder.course import CourseError
from autograder.mistakes import load_mistakes, splice

SOLUTION = '''\
"""A module."""
from __future__ import annotations
import math

LIMIT = 3


class Model:
    """Has methods."""

    def one(self):
        return 1

    def two(self):
        return self.one() + 1


def area(r):
    return math.pi * r**2


def twice(r):
    return 2 * area(r)
'''


def run(changes: str) -> dict:
    space: dict = {}
    exec(compile(splice(SOLUTION, f'"""Hint."""\n{changes}', "name"), "m.py", "exec"), space)
    return space


def test_functions_are_replaced_where_others_call_them():
    space = run("def area(r):\n    return LIMIT * r\n")
    assert space["twice"](1) == 6
    assert space["Model"]().two() == 2


def test_methods_are_replaced_and_the_others_stay():
    model = run("class Model:\n    def one(self):\n        return 10\n")["Model"]()
    assert (model.one(), model.two()) == (10, 11)


def test_methods_and_functions_can_be_added():
    space = run("class Model:\n    def two(self):\n        return extra()\n\ndef extra():\n    return 7\n")
    assert space["Model"]().two() == 7


def test_imports_come_with_it():
    assert run("import cmath\nfrom math import tau\n\ndef area(r):\n    return tau\n")["twice"](1) > 12
    assert run("from __future__ import annotations\n\ndef area(r: Missing):\n    return 1\n")["twice"](1) == 2


def test_constants_of_the_mistake_do_not_reach_the_module():
    assert "MODULE" not in run('MODULE = "m"\nCHECK = "c"\n')


def test_a_class_that_the_solution_lacks_is_refused():
    with pytest.raises(CourseError, match="mistake name: the solution has no class Modell"):
        run("class Modell:\n    def one(self):\n        return 2\n")


def test_the_mistakes_of_an_assignment_are_loaded(tmp_path):
    (mistake,) = load_mistakes(tiny(make_course(tmp_path)))
    assert (mistake.name, mistake.module, mistake.check) == (
        "wrong_axis",
        "averages",
        "average_of_one_column",
    )
    assert mistake.hint == "The mean was taken along the wrong axis."
    assert mistake.replaces == {("averages.py", "Averager.average")}


def test_a_hint_of_several_lines_reads_as_one(tmp_path):
    assignment = tiny(make_course(tmp_path))
    edit(assignment.hidden / "mistakes" / "wrong_axis.py", "the wrong axis.", "the wrong\naxis.")
    assert load_mistakes(assignment)[0].hint == "The mean was taken along the wrong axis."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"""The mean was taken along the wrong axis."""', "", "needs a docstring"),
        ('MODULE = "averages"', "", "needs a docstring .the hint., MODULE and CHECK"),
        ('CHECK = "average_of_one_column"', "CHECK = 3", "MODULE and CHECK"),
        ('MODULE = "averages"', 'MODULE = "nothing"', "MODULE names 'nothing'"),
        ("class Averager", "class Missing", "the solution has no class Missing"),
        ("def average(self", "def average(self,, ", "line 8: invalid syntax"),
    ],
)
def test_unusable_files_are_refused_in_one_line(tmp_path, old, new, message):
    assignment = tiny(make_course(tmp_path))
    edit(assignment.hidden / "mistakes" / "wrong_axis.py", old, new)
    with pytest.raises(CourseError, match=message) as caught:
        load_mistakes(assignment)
    assert "\n" not in str(caught.value)
