"""`nbgrader autograde` and `autograder grade` give the same grades for the same class."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder import demo
from autograder.course import Course
from autograder.release import release

ROOT = Path(__file__).parent.parent
STUDENTS = ("ada", "david", "donald", "edsger", "geoffrey", "grace", "hedy", "leslie")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("two ways")]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "source", root / "source")
    made = Course(root)
    release(made, ["knn"])
    demo.make_class(made.assignment("knn"), made.submitted)
    for folder in made.submitted.iterdir():
        if folder.name not in STUDENTS:
            shutil.rmtree(folder)
    return made


def run(course: Course, data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CIFAR10_FOLDER": str(data), "AUTOGRADER_SECRET": "two ways"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=course.root, env=environment, capture_output=True, text=True
    )


def grades(course: Course) -> dict[tuple[str, str], tuple[float | None, bool]]:
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", course_id="numpy-vision") as gradebook:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in gradebook.assignment_submissions("knn")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_both_ways_give_equal_gradebooks(course, data_installed):
    ours = run(course, data_installed, "autograder", "grade", "knn", "--json")
    assert ours.returncode == 0, ours.stderr
    assert sorted(json.loads(ours.stdout)["graded"]) == sorted(STUDENTS)
    first = grades(course)
    for made in (course.results, course.autograded):
        shutil.rmtree(made)
    (course.root / "gradebook.db").unlink()
    theirs = run(course, data_installed, "nbgrader", "autograde", "knn")
    assert theirs.returncode == 0, theirs.stderr
    second = grades(course)
    assert {student for student, _ in first} == set(STUDENTS)
    assert first == second
    again = run(course, data_installed, "autograder", "grade", "knn", "--json")
    assert sorted(json.loads(again.stdout)["skipped"]) == sorted(STUDENTS)


def test_the_class_gets_what_it_deserves(course, data_installed):
    assert run(course, data_installed, "autograder", "grade", "knn").returncode == 0
    scores = {
        student: json.loads((course.results / "knn" / f"{student}.json").read_text())["score"]
        for student in STUDENTS
    }
    assert scores["ada"] == 20
    assert scores["donald"] == 0
    assert all(0 < scores[student] < 20 for student in STUDENTS if student not in ("ada", "donald"))
