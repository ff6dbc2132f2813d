"""What an author declares in checks.py is read without running it, or refused in one line."""

import re

import pytest
from tiny_course import make_course

from autograder.course import CourseError


@pytest.fixture
def assignment(tmp_path):
    return make_course(tmp_path).assignment("tiny")


def declare(assignment, text):
    path = assignment.checks_path
    path.write_text(f"{path.read_text()}\n{text}\n")


def test_what_is_declared_is_read(assignment):
    declare(assignment, 'PACKAGES = ("scipy.special",)\nCS231N = {"averages": "layers"}')
    assert assignment.packages == ("scipy.special",)
    assert assignment.origins == {"averages": "layers"}


def test_what_is_not_declared_is_empty(assignment):
    assert (assignment.packages, assignment.origins) == ((), {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('PACKAGES = "scipy"', "PACKAGES = 'scipy' is not a tuple of names"),
        ('PACKAGES = ("scipy; os",)', "PACKAGES = ('scipy; os',) is not a tuple of names"),
        ('PACKAGES = tuple(["scipy"])', "PACKAGES = tuple(['scipy']) is not written out"),
        ('CS231N = ("layers",)', "CS231N = ('layers',) is not a dict of names"),
        ('CS231N = {"averages": 1}', "CS231N = {'averages': 1} is not a dict of names"),
        ("CS231N = dict()", "CS231N = dict() is not written out"),
        ("def", "invalid syntax (checks.py, line"),
    ],
)
def test_anything_else_is_refused_in_one_line(assignment, text, said):
    declare(assignment, text)
    read = "origins" if text.startswith("CS231N") else "packages"
    with pytest.raises(CourseError, match=re.escape(said)) as refused:
        getattr(assignment, read)
    assert str(refused.value).startswith(f"{assignment.checks_path}: ")
    assert "\n" not in str(refused.value)
