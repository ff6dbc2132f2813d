"""Optional checks earn extra credit: on top of the points that can be reached, in results and gradebook."""

import csv
import json
import shutil

import pytest
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from released_course import CONFIG, hand_in, release_notebooks
from tiny_course import graded, make_course, notebook, write_notebook

from autograder.authoring import authoring_problems
from autograder.export import export
from autograder.grade import Grader
from autograder.record import record
from autograder.seeds import Seeds

OPTIONAL = '''

@check("averages", points=0.75, optional=True)
def spread_of_images(averages, rng):
    """Range of an array of four dimensions (optional)"""
    return {"spread": averages.spread(rng.normal(size=(2, 3, 4, 5)))}
'''
CORE = 4.5


@pytest.fixture
def course(tmp_path, new_gradebook):
    course = make_course(tmp_path, CONFIG.read_text())
    checks = course.source / "tiny" / "solution" / "checks.py"
    checks.write_text(checks.read_text() + OPTIONAL)
    content = notebook()
    extra = graded("spread_of_images", 0)
    content.cells.append(new_code_cell('check("spread_of_images")', id="c-extra", metadata=extra))
    write_notebook(course.source / "tiny" / "tiny.ipynb", content)
    release_notebooks(course)
    shutil.copy(new_gradebook, tmp_path / "gradebook.db")
    return course


def test_extra_credit_counts_and_is_not_part_of_the_maximum(course):
    submission = hand_in(course, None)
    with Grader(course.assignment("tiny"), Seeds(b"extra")) as grader:
        result = grader.grade(submission)
    assert (result.score, result.max_score) == (CORE + 0.75, CORE)
    assert [c.name for c in result.checks if c.optional] == ["spread_of_images"]


def test_the_gradebook_has_it_as_nbgraders_extra_credit(course):
    released = (course.assignments / "tiny" / "tiny.ipynb").read_text()
    with Grader(course.assignment("tiny"), Seeds(b"extra")) as grader:
        submission = hand_in(course, json.loads(released))
        assert record(course, submission, grader.grade(submission))
    with Gradebook(course.gradebook_url) as gradebook:
        grade = gradebook.find_grade("spread_of_images", "tiny", "tiny", "ada")
        assert (grade.auto_score, grade.extra_credit, grade.max_score) == (0.0, 0.75, 0.0)
        assert gradebook.find_grade("spread", "tiny", "tiny", "ada").extra_credit is None
        assert gradebook.find_submission("tiny", "ada").score == CORE + 0.75
        assert gradebook.find_assignment("tiny").max_score == CORE + 2
    (line,) = csv.DictReader(export(course, "tiny", "csv").read_text().splitlines())
    assert float(line["score"]) == CORE + 0.75
    assert float(line["tiny/spread_of_images"]) == 0.75


def test_a_cell_is_optional_as_a_whole_and_has_no_points_of_its_own(course):
    assert authoring_problems(course.assignment("tiny")) == []
    checks = course.source / "tiny" / "solution" / "checks.py"
    checks.write_text(
        checks.read_text()
        + OPTIONAL.replace("def spread_of_images", "def more").replace(
            "optional=True", 'cell="spread_of_images"'
        )
    )
    (mixed, points) = authoring_problems(course.assignment("tiny"))
    assert "spread_of_images" in mixed and "optional" in mixed
    assert "its checks together 0.75" in points
