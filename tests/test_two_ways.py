"""`nbgrader autograde` and `autograder grade` give the same grades for the same class."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from commands import Commands
from nbgrader.api import Gradebook
from sizes import FULL_SIZE

from autograder import demo
from autograder.course import Course

ROOT = Path(__file__).parent.parent
STUDENTS = ("ada", "donald", "geoffrey", "hedy")
"""Right, blank, a crash, and mistakes; at full size more of them."""
if FULL_SIZE:
    STUDENTS += ("david", "edsger", "grace", "leslie")
GRADE = ("autograder", "grade", "knn", *([] if FULL_SIZE else ["--jobs", "1"]))

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("two ways")]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, new_gradebook: Path) -> Course:
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copy(new_gradebook, root / "gradebook.db")
    for folder in ("source/knn", "assignments/knn"):
        shutil.copytree(ROOT / folder, root / folder)
    made = Course(root)
    demo.make_class(made, made.assignment("knn"))
    for folder in made.submitted.iterdir():
        if folder.name not in STUDENTS:
            shutil.rmtree(folder)
    return made


@pytest.fixture
def run(course: Course, commands: Commands, data_installed: Path) -> Callable[..., CompletedProcess[str]]:
    environment = {"CIFAR10_FOLDER": str(data_installed), "AUTOGRADER_SECRET": "two ways"}
    return partial(commands.run, course.root, **environment)


def grades(course: Course) -> dict[tuple[str, str], tuple[float | None, bool]]:
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", course_id="numpy-vision") as gradebook:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in gradebook.assignment_submissions("knn")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_both_ways_give_equal_gradebooks(course, run, new_gradebook):
    ours = run(*GRADE, "--json")
    assert ours.returncode == 0, ours.stderr
    assert sorted(json.loads(ours.stdout)["graded"]) == sorted(STUDENTS)
    first = grades(course)
    for made in (course.results, course.autograded):
        shutil.rmtree(made)
    shutil.copy(new_gradebook, course.root / "gradebook.db")
    theirs = run("nbgrader", "autograde", "knn")
    assert theirs.returncode == 0, theirs.stderr
    second = grades(course)
    assert {student for student, _ in first} == set(STUDENTS)
    assert first == second
    again = run(*GRADE, "--json")
    assert sorted(json.loads(again.stdout)["skipped"]) == sorted(STUDENTS)


def test_the_class_gets_what_it_deserves(course, run):
    assert run(*GRADE).returncode == 0
    scores = {
        student: json.loads((course.results / "knn" / f"{student}.json").read_text())["score"]
        for student in STUDENTS
    }
    assert scores["ada"] == 20
    assert scores["donald"] == 0
    assert all(0 < scores[student] < 20 for student in STUDENTS if student not in ("ada", "donald"))
