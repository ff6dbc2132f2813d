"""Grades for other systems: the points that count, in the forms those systems read."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder import results
from autograder.course import Course, CourseError
from autograder.export import export
from autograder.grades import count_waiting, read_grades
from autograder.results import CheckResult, Result
from autograder.spreadsheet import inert

CONFIG = """
c = get_config()
c.CourseDirectory.db_url = "sqlite:///{root}/gradebook.db"
c.CourseDirectory.course_id = "made-up"
"""


def make_course(root: Path) -> Course:
    (root / "source" / "knn").mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(CONFIG.format(root=root))
    return Course(root)


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory: pytest.TempPathFactory, new_gradebook: Path) -> Path:
    """A gradebook in which ada is late and has every grade, bob waits for a person, and eve has nothing."""
    course = make_course(tmp_path_factory.mktemp("made"))
    shutil.copy(new_gradebook, course.root / "gradebook.db")
    with Gradebook(course.gradebook_url, "made-up") as book:
        book.add_assignment("knn")
        book.add_notebook("knn", "knn")
        book.add_grade_cell("vote", "knn", "knn", max_score=4, cell_type="code")
        book.add_grade_cell("why", "knn", "knn", max_score=2, cell_type="markdown")
        book.add_task_cell("plot", "knn", "knn", max_score=1, cell_type="markdown")
        book.add_student("ada", first_name="Ada", last_name="Lovelace")
        book.add_student("bob")
        book.add_student("eve")
        for student, late in (("ada", 1.5), ("bob", None)):
            book.add_submission("knn", student, timestamp=datetime(2026, 11, 20, tzinfo=UTC))
            book.find_submission_notebook("knn", "knn", student).late_submission_penalty = late
        give(book, "ada", "vote", auto=3.0, extra=0.5)
        give(book, "ada", "why", manual=2.0)
        give(book, "ada", "plot", manual=1.0)
        give(book, "bob", "vote", auto=1.0)
        book.db.commit()
    return course.root / "gradebook.db"


@pytest.fixture
def course(tmp_path: Path, gradebook: Path) -> Course:
    shutil.copy(gradebook, tmp_path)
    return make_course(tmp_path)


def give(book: Gradebook, student: str, cell: str, **scores: float) -> None:
    grade = book.find_grade(cell, "knn", "knn", student)
    grade.auto_score, grade.manual_score = scores.get("auto"), scores.get("manual")
    grade.extra_credit = scores.get("extra")
    grade.needs_manual_grade = False


def write_result(course: Course, student: str) -> None:
    about = {"module": "knn", "cell": "vote", "points": 2.0}
    checks = [
        CheckResult(name="plain", title="A vote", score=2.0, status="passed", **about),
        CheckResult(
            name="ties",
            title="Ties",
            score=1.0,
            status="partial",
            hidden=True,
            hint="The smaller label wins.",
            messages=["labels: 1 of 2\x1b[0m differ"],
            **about,
        ),
    ]
    sums = {"score": 3.0, "max_score": 4.0, "seconds": 0.4, "checks": checks, "problems": ["x.py is missing"]}
    where = {"assignment": "knn", "student": student, "isolation": "B", "dataset": "cifar10"}
    results.write(course, Result(submission="0", **where, **sums))


def read_csv(file: Path) -> list[list[str]]:
    with file.open(newline="", encoding="utf-8") as stream:
        return list(csv.reader(stream))


def test_table_has_the_points_that_count(course: Course) -> None:
    file = export(course, "knn", "csv")
    assert file == course.reports / "knn" / "grades.csv"
    columns = "student name score max_score late_penalty needs_hand_grading knn/plot knn/vote knn/why"
    assert read_csv(file) == [
        columns.split(),
        ["ada", "Lovelace, Ada", "5.0", "7.0", "1.5", "no", "1.0", "3.5", "2.0"],
        ["bob", "", "1.0", "7.0", "0.0", "yes", "0.0", "1.0", "0.0"],
        ["eve", "", "", "7.0", "", "no", "", "", ""],
    ]


def test_score_equals_nbgraders(course: Course) -> None:
    with Gradebook(course.gradebook_url, "made-up") as book:
        for student in read_grades(course, "knn").students[:2]:
            theirs = book.find_submission("knn", student.student)
            assert student.score == max(0.0, theirs.score - theirs.late_submission_penalty)
            assert bool(student.waiting) == theirs.needs_manual_grade
    assert count_waiting(course, "knn") == 1


def test_a_penalty_never_makes_a_score_negative(course: Course) -> None:
    with Gradebook(course.gradebook_url, "made-up") as book:
        book.find_submission_notebook("knn", "knn", "bob").late_submission_penalty = 9.0
        book.db.commit()
    assert read_grades(course, "knn").students[1].score == 0.0


def test_canvas_finds_students_by_login_and_the_assignment_by_name_or_number(course: Course) -> None:
    assert read_csv(export(course, "knn", "canvas")) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "knn"],
        ["Points Possible", "", "", "", "", "7.0"],
        ["Lovelace, Ada", "", "", "ada", "", "5.0"],
        ["bob", "", "", "bob", "", "1.0"],
    ]
    assert read_csv(export(course, "knn", "canvas", canvas_id=1234))[0][-1] == "knn (1234)"


def test_no_student_is_taken_for_the_row_of_possible_points(course: Course) -> None:
    with Gradebook(course.gradebook_url, "made-up") as book:
        book.add_student("Points Possible")
        book.add_submission("knn", "Points Possible")
        book.db.commit()
    rows = read_csv(export(course, "knn", "canvas"))
    assert [row[3] for row in rows if "Points Possible" in row[0]] == [""]
    assert "Points Possible" in [row[3] for row in rows]


def test_gradescope_gets_checks_hand_given_points_and_the_total(course: Course) -> None:
    for student in ("ada", "bob"):
        write_result(course, student)
    folder = export(course, "knn", "gradescope")
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.json")) == [
        "ada/results.json",
        "bob/results.json",
    ]
    ada = json.loads((folder / "ada" / "results.json").read_text())
    assert ada["score"] == 5.0
    assert ada["output"].splitlines() == [
        "x.py is missing",
        "vote: 3 points found by the checks, 3.5 given",
        "Late penalty: 1.5 points",
    ]
    assert {ada[key] for key in ("output_format", "test_output_format", "test_name_format")} == {"text"}
    tests = [
        ("A vote", 2.0, 2.0, "passed", "visible"),
        ("Ties", 1.0, 2.0, "failed", "after_published"),
        ("plot", 1.0, 1.0, None, "visible"),
        ("why", 2.0, 2.0, None, "visible"),
    ]
    keys = ("name", "score", "max_score", "status", "visibility")
    assert [tuple(test.get(key) for key in keys) for test in ada["tests"]] == tests
    assert (
        ada["tests"][1]["output"] == "Why: The smaller label wins."
    )  # a hidden check's messages stay hidden
    bob = json.loads((folder / "bob" / "results.json").read_text())
    assert bob["tests"][-1]["output"] == "Waits for points given by hand."


def test_gradescope_refuses_an_id_that_is_a_path(course: Course) -> None:
    with Gradebook(course.gradebook_url, "made-up") as book:
        book.add_student("../eve")
        book.add_submission("knn", "../eve")
        book.db.commit()
    with pytest.raises(CourseError, match="student id"):
        export(course, "knn", "gradescope")
    assert not (course.reports / "knn" / "eve").exists()


@pytest.mark.parametrize("form", ["csv", "canvas"])
def test_no_id_becomes_a_formula(course: Course, form: str) -> None:
    ids = ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "a\n=1"]
    with Gradebook(course.gradebook_url, "made-up") as book:
        for student in ids:
            book.add_student(student)
            book.add_submission("knn", student)
        book.db.commit()
    fields = [field for row in read_csv(export(course, "knn", form)) for field in row]
    assert {inert(student) for student in ids} <= set(fields)
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [field for field in fields if "\n" in field]


def test_what_is_missing_is_one_clear_line(course: Course) -> None:
    with pytest.raises(CourseError, match="unknown format 'xml': expected one of csv, canvas, gradescope"):
        export(course, "knn", "xml")
    (course.source / "svm").mkdir()
    with pytest.raises(CourseError, match="the gradebook has no assignment svm"):
        export(course, "svm", "csv")
    with Gradebook(course.gradebook_url, "made-up") as book:
        book.add_assignment("svm")
    with pytest.raises(CourseError, match="the gradebook has no submission to svm"):
        export(course, "svm", "csv")
    (course.root / "gradebook.db").write_bytes(b"not a database" * 100)
    with pytest.raises(CourseError, match=r"^the gradebook cannot be read [^\n]*$"):
        export(course, "knn", "csv")
    (course.root / "gradebook.db").unlink()
    with pytest.raises(CourseError, match=r"^there is no gradebook at [^\n]*$"):
        export(course, "knn", "csv")
