"""Pages that show a student's work, from the submission to the browser: feedback, report, Formgrader."""

from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import nbformat
import pytest
from browser import Browser, Server
from bs4 import BeautifulSoup
from formgrader_server import Formgrader
from jinja2 import Environment, FileSystemLoader
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader.handlers import template_path
from payloads import NAMES, cell, read
from released_course import hand_in, make_released_course, student_notebook
from tiny_course import graded, write_notebook
from tornado.web import HTTPError

from autograder.course import Course
from autograder.pages.exporters import NOT_SHOWN
from autograder.pages.formgrader import render, render_template
from autograder.pages.safe_html import clean_html
from autograder.pages.safe_notebook import DRAWING, PICTURES, TEXTS
from autograder.report import write_report

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("pages")]

RAN = "document.documentElement.setAttribute('data-ran','{}')"
IMAGE = f"<img src=x onerror={RAN}>"
STUDENT = IMAGE.format("student")
MODULE = """
class Averager:
    def average(self, X):
        raise ValueError({message!r})

def spread(X):
    print({message!r})
    return 1j
"""


@dataclass(frozen=True)
class Class:
    """A course with hostile submissions that were graded, and a browser to look at them."""

    course: Course
    browser: Browser
    pages: Server
    elsewhere: Server

    def acted(self, address: str) -> list[str]:
        """Return what ran or called home when a reader opened a page."""
        self.elsewhere.called.clear()
        self.browser.open(address)
        ran = self.browser.touch()
        return [*self.elsewhere.called, *([ran] if ran else [])]

    def acted_in_file(self, page: Path) -> list[str]:
        self.pages.pages["page"] = page.read_bytes()
        return self.acted(f"{self.pages.address}/page")


def hostile_notebook(course: Course, address: str) -> nbformat.NotebookNode:
    notebook = student_notebook(course)
    payloads = [read(name, address) for name in NAMES]
    answers = [p.content for p in payloads if p.place == "answer"]
    notebook.cells[-1].source = "\n\n".join(answers)
    notebook.cells += [nbformat.from_dict(cell(p)) for p in payloads]
    for payload in payloads:
        if payload.place == "metadata":
            notebook.metadata |= payload.content
    return notebook


def add_ordinary_assignment(course: Course, api: NbGraderAPI, address: str) -> None:
    """Release an assignment as nbgrader knows them, and hand in what displays every payload."""
    folder = course.source / "plain"
    folder.mkdir()
    hidden = "### BEGIN HIDDEN TESTS\nassert f(1789) == 'canary-expected'\n### END HIDDEN TESTS"
    tests = new_code_cell(f"assert f(1)\n{hidden}", metadata=graded("test_f", 3))
    answer = new_code_cell("", metadata=graded("f", 0, grade=False, solution=True, locked=False))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    write_notebook(folder / "plain.ipynb", new_notebook(cells=[answer, tests], metadata=kernel))
    assert api.generate_assignment("plain")["success"]
    handed_in = json.loads((course.assignments / "plain" / "plain.ipynb").read_text())
    source = "from IPython.display import publish_display_data\n"
    source += "def f(x):\n    print('given', x)\n    return True\n"
    for payload in (read(name, address) for name in NAMES):
        shown = cell(payload)
        for output in shown.get("outputs", []):
            if output["output_type"] == "display_data":
                source += f"publish_display_data({output['data']!r}, metadata={output['metadata']!r})\n"
            elif output["output_type"] == "stream":
                source += f"print({output['text']!r})\n"
        if shown["cell_type"] == "markdown":
            handed_in["cells"].append(shown)
    failing = cell(read("code_cell", address)) | {"source": f"raise ValueError({IMAGE.format('error')!r})"}
    handed_in["cells"][0]["source"] = source
    handed_in["cells"].append(failing)
    for student in ("ada", STUDENT):
        submitted = course.submitted / student / "plain"
        submitted.mkdir(parents=True, exist_ok=True)
        (submitted / "plain.ipynb").write_text(json.dumps(handed_in))
        (submitted / "notes.html").write_text(f"<script>{RAN.format('file')}</script>")
        (submitted / f"{IMAGE.format('name')}.txt").write_text("")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, new_gradebook: Path) -> Iterator[Class]:
    with Browser() as browser, Server() as pages, Server() as elsewhere:
        course = make_released_course(tmp_path_factory.mktemp("course"), new_gradebook)
        api = NbGraderAPI(CourseDirectory(config=course.config), config=course.config)
        notebook = hostile_notebook(course, elsewhere.address)
        for student in ("ada", STUDENT):
            hand_in(course, notebook, student)
            folder = course.submitted / student / "tiny"
            (folder / "averages.py").write_text(
                MODULE.format(message=IMAGE.format("message") + "\x1b[31m\u202e")
            )
            (folder / f"{IMAGE.format('file')}.py").write_text("")
        assert api.generate_assignment("tiny")["success"]
        add_ordinary_assignment(course, api, elsewhere.address)
        for assignment in ("tiny", "plain"):
            for student in ("ada", STUDENT):
                outcome = api.autograde(assignment, student)
                assert outcome["success"], outcome
                outcome = api.generate_feedback(assignment, student)
                assert outcome["success"], outcome
        yield Class(course, browser, pages, elsewhere)


def feedback_pages(course: Course) -> list[Path]:
    pages = [page for page in course.feedback.rglob("*.html") if page.stem == page.parent.name]
    assert len(pages) == 4
    return pages


def test_feedback_runs_and_loads_nothing(hostile: Class) -> None:
    for page in feedback_pages(hostile.course):
        text = page.read_text()
        assert re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src', text)
        assert "<script" not in text
        assert hostile.acted_in_file(page) == []


def test_autograded_notebooks_hold_nothing_that_acts_and_are_not_trusted(
    hostile: Class, tmp_path: Path
) -> None:
    notary = NotebookNotary(data_dir=str(tmp_path), secret=b"the instructor's")
    for path in hostile.course.autograded.rglob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert notebook.metadata.keys() <= {"kernelspec", "language_info"}
        assert not notary.check_signature(notebook)
        for shown in notebook.cells:
            assert shown.metadata.keys() <= {"nbgrader", "editable", "deletable"}
            for output in shown.get("outputs", []):
                data = output.get("data", {})
                assert data.keys() <= {*TEXTS, *PICTURES, DRAWING, "text/html", "text/plain"}
                if "text/html" in data:
                    assert "nbgrader" in shown.metadata
                    once, twice = data["text/html"], clean_html(data["text/html"])
                    assert BeautifulSoup(once, "html.parser") == BeautifulSoup(twice, "html.parser")


def test_the_report_runs_and_loads_nothing(hostile: Class) -> None:
    page = write_report(hostile.course, "tiny")
    assert hostile.acted_in_file(page) == []
    assert STUDENT in hostile.browser.evaluate("document.body.innerText")


def test_feedback_shows_no_hidden_test_of_an_ordinary_assignment(hostile: Class) -> None:
    autograded = (hostile.course.autograded / "ada" / "plain" / "plain.ipynb").read_text()
    feedback = (hostile.course.feedback / "ada" / "plain" / "plain.html").read_text()
    assert "canary-expected" in autograded and "given 1789" in autograded
    assert "canary-expected" not in feedback and "1789" not in feedback
    assert NOT_SHOWN in html.unescape(feedback)


@pytest.fixture(scope="module")
def formgrader(hostile: Class, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Formgrader]:
    with Formgrader(hostile.course.root, tmp_path_factory.mktemp("home")) as started:
        # nbgrader's cookie holds below the folder of the page that signs its reader in: here, of all pages.
        hostile.browser.open(started.page("manage_assignments"))
        yield started


def submission_ids(course: Course) -> list[str]:
    with Gradebook(course.gradebook_url) as gradebook:
        submissions = [s for name in ("tiny", "plain") for s in gradebook.assignment_submissions(name)]
        return [notebook.id for submission in submissions for notebook in submission.notebooks]


def test_formgraders_lists_run_nothing_of_a_students(hostile: Class, formgrader: Formgrader) -> None:
    student = quote(STUDENT, safe="")
    lists = "manage_assignments manage_submissions/tiny manage_submissions/plain gradebook gradebook/tiny"
    lists += " gradebook/tiny/tiny manage_students manage_students/ada manage_students/ada/tiny"
    for path in [*lists.split(), f"manage_students/{student}", f"manage_students/{student}/tiny"]:
        assert hostile.acted(formgrader.page(path)) == [], path
    hostile.acted(formgrader.page("manage_submissions/tiny"))
    hostile.browser.wait_for("document.body.innerText.includes('onerror')")
    assert STUDENT in hostile.browser.evaluate("document.body.innerText")


@pytest.mark.parametrize(
    "page", ["manage_students", "manage_students/ada", "manage_submissions", "gradebook/tiny"]
)
def test_an_address_that_a_student_hands_on_runs_nothing(
    page: str, hostile: Class, formgrader: Formgrader
) -> None:
    script = quote(f"</script><script>{RAN.format('address')}</script>", safe="")
    assert hostile.acted(formgrader.page(f"{page}/{script}")) == []
    assert "has quotes, backslashes" in hostile.browser.evaluate("document.body.innerText")


def test_formgraders_templates_alone_would_run_it() -> None:
    environment = Environment(loader=FileSystemLoader(template_path))
    handler = SimpleNamespace(settings={"nbgrader_jinja2_env": environment})
    script = "</script><script>alert(1)</script>"
    assert script in render_template(
        handler, "manage_students_assignments.tpl", student_id=script, base_url=""
    )
    with pytest.raises(HTTPError, match="student_id has quotes"):
        render(handler, "manage_students_assignments.tpl", student_id=script, base_url="")


def test_formgraders_data_and_a_submissions_files_run_nothing(hostile: Class, formgrader: Formgrader) -> None:
    notes = [f"submissions/{identity}/notes.html" for identity in submission_ids(hostile.course)]
    for path in ["api/students", "api/submissions/tiny", *notes]:
        assert hostile.acted(formgrader.page(path)) == [], path


def test_grading_by_hand_works_and_runs_nothing_of_a_students(hostile: Class, formgrader: Formgrader) -> None:
    for identity in submission_ids(hostile.course):
        assert hostile.acted(formgrader.page(f"submissions/{identity}/")) == []
        hostile.browser.wait_for("$('input.score').first().attr('placeholder') === '0'")
    first = submission_ids(hostile.course)[0]
    hostile.acted(formgrader.page(f"submissions/{first}/"))
    hostile.browser.wait_for("formgrader.loaded && formgrader.grades.loaded")
    hostile.browser.evaluate("$('#why').val('1.5').trigger('change'); null")
    hostile.browser.wait_for("$('#why').closest('.nbgrader_cell').find('.score-saved').is(':visible')")
    hostile.browser.evaluate("$('.glyphicon.name-hidden').click(); null")
    hostile.browser.wait_for("$('a.name-shown').is(':visible') && !$('a.name-hidden').is(':visible')")
    for _ in range(100):
        with Gradebook(hostile.course.gradebook_url) as gradebook:
            grade = gradebook.find_submission_notebook_by_id(first)
            saved = {g.manual_score for g in grade.grades if g.name == "why"}
        if saved != {None}:
            break
        time.sleep(0.1)
    assert saved == {1.5}
