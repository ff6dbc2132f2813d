"""nbgrader's own commands and Formgrader's interface, with nothing but our configuration."""

import os
import re
import sqlite3
from functools import partial

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin
from nbgrader.validator import Validator
from released_course import PNG, hand_in, make_released_course, student_notebook
from tiny_course import graded, write_notebook


@pytest.fixture
def course(tmp_path, new_gradebook):
    return make_released_course(tmp_path / "course", new_gradebook)


@pytest.fixture
def api(course):
    return NbGraderAPI(CourseDirectory(config=course.config), config=course.config)


def scores(course, student="ada", assignment="tiny"):
    with Gradebook(course.gradebook_url) as gradebook:
        submission = gradebook.find_submission(assignment, student)
        return {g.name: g.auto_score for n in submission.notebooks for g in n.grades}


def autograde(api, student="ada", **options):
    outcome = api.autograde("tiny", student, **options)
    assert outcome["success"], outcome
    return outcome["log"]


@pytest.fixture
def nbgrader(course, commands):
    """Run an nbgrader command in the course's folder."""
    return partial(commands.run, course.root, "nbgrader")


def test_generate_assignment_renews_an_existing_release(course, api):
    release = course.assignments / "tiny"
    (release / "tiny.ipynb").write_text("stale")
    (release / "left_over.py").write_text("")
    outcome = api.generate_assignment("tiny")
    assert outcome["success"], outcome
    assert student_notebook(course).cells[0].source.startswith("# Averages")
    names = {path.name for path in release.iterdir()}
    assert {"averages.py", "given.py", "checks.py", "expected.npz", "toolkit"} <= names
    assert not names & {"solution", "left_over.py"}
    assert "secret" not in (release / "averages.py").read_text()


@pytest.mark.parametrize("stray", ["notes.txt", "solution/data.npz", ".env"])
def test_a_release_with_an_undeclared_file_is_refused_and_the_old_one_stays(course, api, stray):
    before = (course.assignments / "tiny" / "tiny.ipynb").read_bytes()
    (course.source / "tiny" / stray).write_text("the answers")
    outcome = api.generate_assignment("tiny")
    assert not outcome["success"]
    assert f"{stray}: does not belong there" in outcome["log"]
    assert (course.assignments / "tiny" / "tiny.ipynb").read_bytes() == before
    assert [path.name for path in (course.assignments / "tiny").iterdir()] == ["tiny.ipynb"]


def test_an_ordinary_assignment_with_answers_in_a_module_is_refused(course, api):
    plain = ordinary(course)
    (plain / "answers.py").write_text("### begin solution\nx = 1\n### end solution\n")
    outcome = api.generate_assignment("plain")
    assert not outcome["success"]
    assert "answers.py: has a solution marker" in outcome["log"]
    assert not (course.assignments / "plain").exists()


def test_autograde_grades_the_students_own_modules(course, api):
    hand_in(course, student_notebook(course))
    stub = "class Averager:\n    def average(self, X):\n        return X.mean(axis=1)\n"
    (course.submitted / "ada" / "tiny" / "averages.py").write_text(stub)
    autograde(api)
    assert scores(course) == {"average": 3.5, "spread": 0.0, "why": 0.0}
    assert (course.autograded / "ada" / "tiny" / "averages.py").read_text() == stub


def test_autograde_says_at_which_level_submissions_run(course, api):
    hand_in(course, student_notebook(course))
    assert re.search(r"submissions run at isolation level [AB]\n", api.autograde("tiny", "*")["log"])


def test_autograde_does_not_supply_a_missing_module(course, api):
    hand_in(course, student_notebook(course))
    (course.submitted / "ada" / "tiny" / "averages.py").unlink()
    autograde(api)
    assert scores(course) == {"average": 0.0, "spread": 0.0, "why": 0.0}
    assert not (course.autograded / "ada" / "tiny" / "averages.py").exists()
    assert course.config.Autograde.exclude_overwriting == {"tiny": ["averages.py", "given.py"]}


def test_a_students_link_is_neither_followed_nor_copied(course, api):
    hand_in(course, student_notebook(course))
    folder = course.submitted / "ada" / "tiny"
    (folder / "averages.py").unlink()
    (folder / "averages.py").symlink_to(course.root / "gradebook.db")
    (folder / "loot").symlink_to(course.root)
    log = autograde(api)
    assert "averages.py: not a regular file" in log
    copied = {path.name for path in (course.autograded / "ada" / "tiny").iterdir()}
    assert copied == {"given.py", "tiny.ipynb", ".recorded"}


@pytest.mark.parametrize("text", ["next week", "\x00", "9" * 99])
def test_a_bad_timestamp_stops_neither_grading_nor_formgraders_lists(course, api, text):
    hand_in(course, student_notebook(course), timestamp=text)
    hand_in(course, student_notebook(course), "bob", timestamp="2026-03-01 10:00:00 UTC")
    assert "timestamp.txt" in autograde(api, "*")
    assert "ada" in autograde(api, "*", force=False)
    assert api.get_autograded_students("tiny") == {"ada", "bob"}
    listed = {s["student"]: (s["autograded"], s["timestamp"]) for s in api.get_submissions("tiny")}
    assert listed == {"ada": (True, None), "bob": (True, "2026-03-01T10:00:00")}


def test_a_pipe_named_timestamp_does_not_stop_the_command(course, api):
    hand_in(course, student_notebook(course))
    os.mkfifo(course.submitted / "ada" / "tiny" / "timestamp.txt")
    assert "timestamp.txt: not a regular file" in autograde(api)
    assert len(api.get_submissions("tiny")) == 1


def test_code_in_a_notebook_is_not_run(course, api):
    notebook = student_notebook(course)
    notebook.cells.insert(0, new_code_cell("import os; os._exit(0)"))
    notebook.cells[2].source = "import sys; print('warning', file=sys.stderr)"
    hand_in(course, notebook)
    autograde(api)
    assert scores(course) == {"average": 3.5, "spread": 1.0, "why": 0.0}


@pytest.mark.parametrize(
    ("code", "expected"), [("import os; os._exit(0)", 0.0), ("import sys; sys.stderr.write('x')", 3.5)]
)
def test_a_module_may_write_to_stderr_but_not_end_its_process(course, api, code, expected):
    hand_in(course, student_notebook(course))
    module = course.submitted / "ada" / "tiny" / "averages.py"
    module.write_text(f"{module.read_text()}\n{code}\n")
    autograde(api)
    assert scores(course)["average"] == expected


def test_one_broken_submission_does_not_stop_the_class(course, api):
    notebook = student_notebook(course)
    notebook.cells += [notebook.cells[2], notebook.cells[2]]
    hand_in(course, notebook, "ada")
    hand_in(course, None, "bob")
    (course.submitted / "bob" / "tiny" / "tiny.ipynb").write_bytes(b"\xff\xfe{")
    hand_in(course, None, "cleo")
    (course.submitted / "dan").mkdir()
    (course.submitted / "dan" / "tiny").symlink_to(course.submitted / "ada" / "tiny")
    hand_in(course, student_notebook(course), "eve")
    outcome = api.autograde("tiny", "*")
    assert not outcome["success"]
    assert "could not grade dan" in outcome["log"] and "Traceback" not in outcome["log"]
    for student in ("ada", "bob", "cleo", "eve"):
        assert scores(course, student)["average"] == 3.5


def test_a_grader_error_keeps_the_previous_grade_and_notebook(course, api):
    hand_in(course, student_notebook(course))
    autograde(api)
    (course.hidden / "tiny" / "reference" / "averages.py").write_text("raise RuntimeError('our fault')")
    outcome = api.autograde("tiny", "ada")
    assert not outcome["success"]
    assert "the previous grade is kept" in outcome["log"] or "our fault" in outcome["log"]
    assert scores(course)["average"] == 3.5
    assert (course.autograded / "ada" / "tiny" / "tiny.ipynb").exists()


def test_what_is_up_to_date_is_not_graded_again_and_a_change_is(course, api):
    hand_in(course, student_notebook(course))
    autograde(api)
    written = (course.autograded / "ada" / "tiny" / "tiny.ipynb").stat().st_mtime_ns
    assert "graded already" in autograde(api, force=False)
    assert (course.autograded / "ada" / "tiny" / "tiny.ipynb").stat().st_mtime_ns == written
    (course.submitted / "ada" / "tiny" / "averages.py").write_text("")
    assert "graded already" not in autograde(api, force=False)
    assert scores(course)["average"] == 0.0


def test_an_unknown_student_is_refused_where_nbgrader_refuses_one(course, api):
    hand_in(course, student_notebook(course))
    outcome = api.autograde("tiny", "ada", create=False)
    assert not outcome["success"] and "No such student: ada" in outcome["log"]


@pytest.fixture(scope="module")
def feedback(tmp_path_factory, new_gradebook):
    """The feedback page of a submission with hostile cells, a plot, an answer and a comment."""
    course = make_released_course(tmp_path_factory.mktemp("feedback"), new_gradebook)
    api = NbGraderAPI(CourseDirectory(config=course.config), config=course.config)
    notebook = student_notebook(course)
    image = "<img src=x onerror=alert(2)>"
    answer = f"Because $a < b$.\n\n<script>alert(1)</script>{image}\n\n[x](javascript:alert(3))"
    notebook.cells[-1].source = answer
    outputs = [
        new_output("display_data", {"text/html": "<script>alert(4)</script>", "image/png": PNG}),
        new_output("display_data", {"application/javascript": "alert(5)"}),
        new_output("stream", text="<script>alert(6)</script>"),
    ]
    notebook.cells.insert(1, new_code_cell("plot()", outputs=outputs))
    frame = "<iframe src='javascript:alert(7)'></iframe>"
    notebook.cells.insert(1, new_markdown_cell(f"{frame}<svg onload=alert(8)>"))
    hand_in(course, notebook)
    mistake = (course.hidden / "tiny" / "mistakes" / "wrong_axis.py").read_text()
    spread = "def spread(X):\n    raise ValueError('<script>alert(9)</script>')\n"
    module = f"{mistake[mistake.index('class') :]}\n\n{spread}"
    (course.submitted / "ada" / "tiny" / "averages.py").write_text(module)
    autograde(api)
    with Gradebook(course.gradebook_url) as gradebook:
        gradebook.find_comment("why", "tiny", "tiny", "ada").manual_comment = "A **fine** thought."
        gradebook.find_grade("why", "tiny", "tiny", "ada").manual_score = 1.5
        gradebook.db.commit()
    outcome = api.generate_feedback("tiny", "ada")
    assert outcome["success"], outcome
    return (course.feedback / "ada" / "tiny" / "tiny.html").read_text()


@pytest.mark.xdist_group("feedback")
def test_feedback_shows_messages_hints_comments_and_pictures(feedback):
    assert ">Mean of each row</td>" in feedback
    assert ">Mean of one column (hidden check)</td>" in feedback
    assert "The mean was taken along the wrong axis." in feedback
    assert "A <strong>fine</strong> thought." in feedback
    assert f"data:image/png;base64,{PNG}" in feedback
    assert "<mi>a</mi><mo>&lt;</mo><mi>b</mi>" in feedback


@pytest.mark.xdist_group("feedback")
def test_feedback_does_not_show_what_a_hidden_check_compares(feedback):
    row = feedback[feedback.index("Mean of one column (hidden check)") :]
    row = row[: row.index("</tr>")]
    assert "expected" not in row and "got" not in row
    assert "average_of_one_column" not in feedback


@pytest.mark.xdist_group("feedback")
def test_feedback_runs_nothing_of_the_students(feedback):
    page = BeautifulSoup(feedback, "html.parser")
    assert not page.find_all(["iframe", "object", "embed", "svg"])
    assert not [script for script in page.find_all("script") if "alert" in script.text]
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]
        assert "javascript:" not in tag.get("href", "") + tag.get("src", "")
    assert "alert(1)" in page.text and "alert(9)" in page.text


def test_grades_are_exported(course, api, tmp_path):
    hand_in(course, student_notebook(course))
    autograde(api)
    with Gradebook(course.gradebook_url) as gradebook:
        CsvExportPlugin(to=str(tmp_path / "grades.csv")).export(gradebook)
    header, row = (tmp_path / "grades.csv").read_text().splitlines()
    values = dict(zip(header.split(","), row.split(","), strict=True))
    assert (values["student_id"], values["score"], values["max_score"]) == ("ada", "4.5", "6.5")


def ordinary(course):
    """Write an assignment as nbgrader knows them: an answer and a cell of tests."""
    folder = course.source / "plain"
    folder.mkdir()
    answer = "### BEGIN SOLUTION\nx = 2\n### END SOLUTION"
    cells = [
        new_code_cell(answer, metadata=graded("x", 0, grade=False, solution=True, locked=False)),
        new_code_cell("assert x == 2", metadata=graded("test_x", 3)),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    write_notebook(folder / "plain.ipynb", new_notebook(cells=cells, metadata=kernel))
    return folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_an_ordinary_assignment_is_graded_as_nbgrader_does_it(course, api):
    ordinary(course)
    assert api.generate_assignment("plain")["success"]
    released = nbformat.read(course.assignments / "plain" / "plain.ipynb", as_version=4)
    assert [path.name for path in (course.assignments / "plain").iterdir()] == ["plain.ipynb"]
    for student, value in (("ada", 2), ("bob", 3)):
        folder = course.submitted / student / "plain"
        folder.mkdir(parents=True)
        released.cells[0].source = f"x = {value}"
        (folder / "plain.ipynb").write_text(nbformat.writes(released))
        (folder / "timestamp.txt").write_text("not a time")
        assert api.autograde("plain", student)["success"]
    assert scores(course, "ada", "plain")["test_x"] == 3
    assert scores(course, "bob", "plain")["test_x"] == 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_validate_says_what_check_says(course, api):
    assert api.generate_assignment("tiny")["success"]
    folder = course.assignments / "tiny"
    notebook = student_notebook(course)
    notebook.cells[-1].source = "My answer."
    (folder / "tiny.ipynb").write_text(nbformat.writes(notebook))
    found = Validator().validate(str(folder / "tiny.ipynb"))["failed"]
    assert [cell["source"] for cell in found] == ['check("average")', 'check("spread")']
    assert "not implemented" in found[0]["raw_error"].lower()
    (folder / "averages.py").write_text((course.source / "tiny" / "solution" / "averages.py").read_text())
    assert Validator().validate(str(folder / "tiny.ipynb")) == {}


@pytest.mark.slow
@pytest.mark.xdist_group("commands")
def test_a_new_gradebook_is_complete_although_the_environment_is_not_on_the_path(course, nbgrader):
    (course.root / "gradebook.db").unlink()
    done = nbgrader("generate_assignment", "tiny", PATH="/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(course.root / "gradebook.db") as database:
        assert database.execute("select count(*) from alembic_version").fetchone() == (1,)


@pytest.mark.slow
@pytest.mark.xdist_group("commands")
def test_the_commands_grade_give_feedback_and_export(course, nbgrader):
    hand_in(course, student_notebook(course))
    for arguments in (["autograde", "tiny"], ["generate_feedback", "tiny"], ["export"]):
        done = nbgrader(*arguments)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert scores(course) == {"average": 3.5, "spread": 1.0, "why": 0.0}
    assert (course.feedback / "ada" / "tiny" / "tiny.html").exists()
    assert "ada" in (course.root / "grades.csv").read_text()


@pytest.mark.slow
@pytest.mark.xdist_group("commands")
def test_zip_collect_keeps_modules(course, nbgrader):
    archive = course.root / "downloaded" / "tiny" / "archive"
    archive.mkdir(parents=True)
    (archive / "ada_tiny.ipynb").write_text(nbformat.writes(student_notebook(course)))
    (archive / "ada_averages.py").write_text("x = 1\n")
    pattern = r"(?P<student_id>[a-z]+)_(?P<file_id>\w+)"
    done = nbgrader("zip_collect", "tiny", f"--FileNameCollectorPlugin.named_regexp=.*/{pattern}")
    assert done.returncode == 0, done.stderr
    assert (course.submitted / "ada" / "tiny" / "averages.py").read_text() == "x = 1\n"
