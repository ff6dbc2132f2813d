"""Ordinary nbgrader assignments: nbgrader's own way, with files looked at first and notebooks confined."""

import os
import re
import tempfile
from pathlib import Path

import nbformat
import pytest
from attack_target import canary
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from released_course import make_released_course
from tiny_course import graded, write_notebook

from autograder import ordinary
from autograder.collecting.collect import SubmissionError
from autograder.confinement import notebook_level
from autograder.confinement.finding import IsolationError
from autograder.confinement.kernel_process import KernelError
from autograder.confinement.levels import LEVELS
from autograder.confinement.notebook_level import strongest_for_notebooks
from autograder.confinement.outputs import Bundle, Clear, Failure, Outputs, Stream
from autograder.ordinary import CELL_LIMIT, DEPTH_LIMIT, ENTRY_LIMIT, check_files

PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SHELL = {"kernelspec": {"name": "shell", "display_name": "S", "language": "bash"}}
SOLVED = ["x = sum(map(int, open('numbers.txt').read().split()))", "y = x * x"]
TESTS = ["assert x == 6", "### BEGIN HIDDEN TESTS\nassert y == 36\n### END HIDDEN TESTS"]

pytestmark = pytest.mark.xdist_group("ordinary")


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory, new_gradebook):
    """A gradebook in which the assignment was released."""
    first = make_released_course(tmp_path_factory.mktemp("first"), new_gradebook)
    add_ordinary(first)
    assert api_of(first).generate_assignment("plain")["success"]
    return first.root / "gradebook.db"


@pytest.fixture(scope="module")
def confinement():
    return strongest_for_notebooks()


@pytest.fixture
def course(tmp_path, gradebook, confinement, monkeypatch):
    monkeypatch.setattr(ordinary, "strongest_for_notebooks", lambda accept_reduced: confinement)
    scratch = tmp_path / "temporary"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    course = make_released_course(tmp_path / "course", gradebook)
    add_ordinary(course)
    yield course
    assert list(scratch.iterdir()) == []


def api_of(course):
    return NbGraderAPI(CourseDirectory(config=course.config), config=course.config)


def add_ordinary(course, metadata=PYTHON):
    """Write an assignment as nbgrader knows them: answers, cells of tests, a file of data."""
    folder = course.source / "plain"
    folder.mkdir()
    answers = [f"### BEGIN SOLUTION\n{line}\n### END SOLUTION" for line in SOLVED]
    solution = {"grade": False, "solution": True, "locked": False}
    write_notebook(folder / "plain.ipynb", notebook(answers, solution, metadata))
    (folder / "numbers.txt").write_text("1 2 3")


def notebook(answers, flags=None, metadata=PYTHON, tests=TESTS):
    flags = flags or {"grade": False, "solution": True, "locked": False}
    cells = []
    for number, (answer, test) in enumerate(zip(answers, tests, strict=True)):
        cells.append(new_code_cell(answer, id=f"a{number}", metadata=graded(f"answer{number}", 0, **flags)))
        cells.append(new_code_cell(test, id=f"t{number}", metadata=graded(f"test{number}", 2 + number)))
    return new_notebook(cells=cells, metadata=metadata)


def hand_in(course, student, *answers, **options):
    folder = course.submitted / student / "plain"
    folder.mkdir(parents=True)
    (folder / "numbers.txt").write_text("1 2 3")
    submitted = notebook(answers or SOLVED, tests=[TESTS[0], ""], **options)
    (folder / "plain.ipynb").write_text(nbformat.writes(submitted))
    return folder


def autograde(course, students="*"):
    return api_of(course).autograde("plain", students)


def scores(course, student):
    with Gradebook(course.gradebook_url) as gradebook:
        submission = gradebook.find_submission("plain", student)
        return [g.auto_score for n in submission.notebooks for g in sorted(n.grades, key=lambda g: g.name)]


def shown(course, student):
    return (course.autograded / student / "plain" / "plain.ipynb").read_text()


@pytest.mark.slow
def test_an_honest_notebook_gets_its_points_and_no_file_of_its_own_is_kept(course):
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('figure.png')\nprint('drawn')\n"
    hand_in(course, "ada", plot + SOLVED[0], SOLVED[1])
    hand_in(course, "bob", "x = 5", SOLVED[1])
    outcome = autograde(course)
    assert outcome["success"], outcome
    assert re.search(r"notebooks run at isolation level [AB]\n", outcome["log"])
    assert scores(course, "ada") == [2, 3] and scores(course, "bob") == [0, 0]
    assert "drawn" in shown(course, "ada") and "image/png" in shown(course, "ada")
    assert {path.name for path in (course.autograded / "ada" / "plain").iterdir()} == {
        "plain.ipynb",
        "numbers.txt",
    }


@pytest.mark.slow
def test_outputs_forged_past_ipython_cost_their_own_cell_only(course):
    """Student code can speak on the channel itself, after each cell."""
    forged = {
        "count": {"type": "bundle", "data": {"text/plain": "2"}, "count": -5},
        "empty": {"type": "bundle", "data": {}, "count": 5},
        "inf": {"type": "bundle", "data": {"text/plain": "inf"}, "count": 5},
        "many": {"type": "bundle", "data": {"text/plain": "1000"}, "count": 5},
        "lines": {"type": "failure", "ename": "x", "evalue": "", "traceback": [""] * 100_000},
    }
    for student, message in forged.items():
        say = f"lambda result: get_ipython().outbox._send({message!r})"
        hand_in(
            course, student, f"get_ipython().events.register('post_run_cell', {say})\n{SOLVED[0]}", SOLVED[1]
        )
    hand_in(course, "zoe")
    outcome = autograde(course)
    assert outcome["success"], outcome
    assert scores(course, "zoe") == [2, 3]
    assert {student: scores(course, student) for student in forged} == {name: [0, 0] for name in forged}


@pytest.mark.slow
def test_a_hostile_notebook_finds_nothing_and_harms_nobody(course, monkeypatch):
    planted = {name: canary() for name in ("environment", "secret", "reference", "neighbour")}
    monkeypatch.setenv("AUTOGRADER_SECRET", planted["environment"])
    monkeypatch.setenv("AUTOGRADER_CANARY", planted["environment"])
    (course.root / ".autograder-secret").write_text(planted["secret"])
    (course.hidden / "tiny" / "reference" / "averages.py").write_text(planted["reference"])
    hand_in(course, "bob", SOLVED[0] + f"  # {planted['neighbour']}", SOLVED[1])
    search = (
        "import glob, os\nprint(dict(os.environ))\n"
        f"paths = glob.glob({str(course.root)!r} + '/**', recursive=True, include_hidden=True)\n"
        "paths += ['/etc/passwd', '/proc/self/environ', '/proc/%d/environ' % os.getppid(), '.']\n"
        f"paths += [{str(course.root)!r} + '/.autograder-secret', {str(course.root)!r} + '/gradebook.db']\n"
        f"paths += [{str(course.submitted / 'bob' / 'plain' / 'plain.ipynb')!r}]\n"
        "for path in paths:\n"
        "    for look in (os.listdir, lambda path: open(path, 'rb').read()):\n"
        "        try: print('FOU' + 'ND', look(path))\n"
        "        except OSError as error: print(error)\n"
    )
    hand_in(course, "ada", f"{search}\n{SOLVED[0]}", "import os; os._exit(0)")
    outcome = autograde(course)
    assert outcome["success"], outcome
    assert scores(course, "bob") == [2, 3] and scores(course, "ada") == [2, 0]
    page = shown(course, "ada")
    assert re.findall(r"FOUND[^\\\"]*", page) == ["FOUND ['numbers.txt']"]
    assert "the notebook's process ended (exit status 0)" in page
    assert "not run, because of an earlier cell" in page
    texts = [page, outcome["log"]]
    assert not [name for name, text in planted.items() if any(text in other for other in texts)]


@pytest.mark.slow
def test_what_cannot_be_copied_is_refused_in_one_line_and_the_others_are_graded(course):
    hand_in(course, "ada")
    (hand_in(course, "bob") / "loot").symlink_to(course.root / "gradebook.db")
    os.mkfifo(hand_in(course, "cleo") / "timestamp.txt")
    (hand_in(course, "dan,eve") / "plain.ipynb").write_text("[" * 100_000)
    late = hand_in(course, "finn") / "plain.ipynb"
    late.write_text(late.read_text().replace('"schema_version": 3', '"schema_version": 99'))
    hand_in(course, "gus")
    outcome = autograde(course)
    assert not outcome["success"]
    lines = outcome["log"].splitlines()
    for line in ("bob: loot: not a regular", "cleo: timestamp.txt: not a", "dan,eve: plain.ipynb: not a"):
        assert len([found for found in lines if line in found]) == 1, outcome["log"]
    assert "could not grade bob, cleo, dan,eve, finn (see above)" in outcome["log"]
    assert not {"bob", "cleo", "dan,eve"} & {path.name for path in course.autograded.iterdir()}
    assert scores(course, "ada") == scores(course, "gus") == [2, 3]


@pytest.mark.slow
def test_the_notebook_decides_neither_its_kernel_nor_which_cells_are_run(course, tmp_path, monkeypatch):
    kernel = tmp_path / "jupyter" / "kernels" / "shell"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(
        f'{{"argv": ["touch", "{tmp_path}/started"], "display_name": "S", "language": "python"}}'
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    folder = hand_in(course, "ada", "x = 5", "y = 25", metadata=SHELL)
    submitted = nbformat.read(folder / "plain.ipynb", as_version=4)
    for cell in submitted.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]
    (folder / "plain.ipynb").write_text(nbformat.writes(submitted))
    assert autograde(course)["success"]
    assert scores(course, "ada") == [0, 0]
    assert not (tmp_path / "started").exists()


@pytest.mark.slow
def test_all_cells_of_a_notebook_together_have_a_limit_of_time(course):
    course.config.Execute.timeout = 2
    course.config.ConfinedExecute.total_timeout = 3
    late = "import time\ntime.sleep(1000)\n"
    hand_in(course, "ada", late + SOLVED[0], late + SOLVED[1])
    assert autograde(course)["success"]
    assert scores(course, "ada") == [0, 0]
    page = shown(course, "ada")
    assert "CellTimeoutError: still running after 2 s and stopped" in page
    assert "the notebook ran longer than 3 s" in page


@pytest.mark.slow
def test_execute_is_replaced_however_the_configuration_names_it(course):
    steps = course.config.Autograde.autograde_preprocessors
    course.config.Autograde.autograde_preprocessors = ["nbgrader.preprocessors.Execute", *steps[1:]]
    hand_in(course, "ada", "import socket\nsocket.socket()\n" + SOLVED[0], SOLVED[1])
    assert autograde(course)["success"]
    assert "PermissionError" in shown(course, "ada")
    assert scores(course, "ada") == [0, 0]


@pytest.mark.slow
def test_an_assignment_in_another_language_is_refused(course):
    path = course.source / "plain" / "plain.ipynb"
    path.write_text(path.read_text().replace('"language": "python"', '"language": "R"'))
    hand_in(course, "ada")
    outcome = autograde(course)
    assert not outcome["success"] and "Traceback" not in outcome["log"]
    assert "plain.ipynb: written in R, but only Python notebooks can be run confined" in outcome["log"]


@pytest.mark.slow
def test_without_isolation_nothing_is_run_unless_the_course_accepts_it(course, monkeypatch):
    found = notebook_level.notebook_weakness
    monkeypatch.setattr(
        notebook_level, "notebook_weakness", lambda c, level: "too old" if c.landlock else found(c, level)
    )
    monkeypatch.setattr(ordinary, "strongest_for_notebooks", strongest_for_notebooks)
    hand_in(course, "ada", "print('was run')\n" + SOLVED[0], SOLVED[1])
    outcome = autograde(course)
    assert not outcome["success"] and "Traceback" not in outcome["log"]
    assert "ordinary notebooks need isolation level A or B" in outcome["log"]
    assert "A: too old; B: too old" in outcome["log"]
    assert not course.autograded.exists()
    with pytest.raises(IsolationError):
        strongest_for_notebooks()


def test_reduced_isolation_is_accepted_step_by_step(monkeypatch):
    tried = []

    def weakness(confinement, level):
        tried.append((confinement.level, level))
        return None if confinement.level == "D" else "no"

    monkeypatch.setattr(notebook_level, "notebook_weakness", weakness)
    assert strongest_for_notebooks(accept_reduced=True) == LEVELS["D"]
    assert tried == [("A", "A"), ("B", "B"), ("C", "D"), ("D", "D")]


def test_a_process_that_does_not_start_is_no_level(monkeypatch):
    def broken(*_):
        raise KernelError("no process")

    monkeypatch.setattr(notebook_level, "Kernel", broken)
    assert notebook_level.notebook_weakness(LEVELS["A"], "A") == "no process"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "ada" / "plain"
    folder.mkdir(parents=True)
    (folder / "plain.ipynb").write_text('{"cells": []}')
    return folder


def nested(folder: Path) -> None:
    Path(folder, *"a" * (DEPTH_LIMIT + 2)).mkdir(parents=True)


def crowded(folder: Path) -> None:
    for number in range(ENTRY_LIMIT + 1):
        (folder / str(number)).touch()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda f: (f / "x").symlink_to("/etc/passwd"), "x: not a regular file"),
        (lambda f: (f / "x").symlink_to("/etc"), "x: not a regular file"),
        (lambda f: (f / ".git").mkdir() or (f / ".git" / "y").symlink_to(".."), ".git/y: not a regular file"),
        (lambda f: os.mkfifo(f / "x"), "x: not a regular file"),
        (lambda f: os.link(f / "plain.ipynb", f / "other"), "2 names on this disk"),
        (lambda f: (f / "plain.ipynb").write_text("{"), "plain.ipynb: not a notebook"),
        (
            lambda f: (f / "plain.ipynb").write_text('{"cells": [' + "{}," * CELL_LIMIT + "{}]}"),
            "plain.ipynb: more than 5,000 cells",
        ),
        (lambda f: (f / "x\x1b[2J").symlink_to("/"), r"'x\\x1b\[2J': not a regular file"),
        (nested, "nested too deeply"),
        (crowded, "more than 2,000 files"),
    ],
)
def test_files_that_nbgrader_must_not_copy_are_refused(folder, make, message):
    check_files(folder)
    make(folder)
    with pytest.raises(SubmissionError, match=message):
        check_files(folder)


def test_a_link_in_place_of_a_submission_is_refused(folder):
    (folder.parent / "other").symlink_to(folder)
    with pytest.raises(SubmissionError, match="links are not followed"):
        check_files(folder.parent / "other")


def test_outputs_become_what_a_notebook_server_would_make_of_them():
    outputs = Outputs(1 << 20)
    for message in (
        Stream("stdout", "a"),
        Clear(wait=False),
        Stream("stdout", "b"),
        Stream("stdout", "c"),
        Stream("stderr", "d"),
        Bundle({"text/plain": "1"}, display_id="x"),
        Bundle({"text/plain": "2"}, display_id="x", update=True),
        Bundle({"text/plain": "3"}, count=4),
        Failure("E", "f", ["g"]),
    ):
        outputs.add(message, 1)
    first = outputs.take()
    assert [output.output_type for output in first] == [
        "stream",
        "stream",
        "display_data",
        "execute_result",
        "error",
    ]
    assert [first[0].text, first[1].text, first[2].data["text/plain"]] == ["bc", "d", "2"]
    for message in (Stream("stdout", "a"), Clear(wait=True), Stream("stdout", "b")):
        outputs.add(message, 1)
    assert [output.text for output in outputs.take()] == ["b"]


def test_a_cell_that_shows_too_much_has_failed():
    outputs = Outputs(1 << 20)
    outputs.add(Stream("stdout", "a"), 1 << 21)
    outputs.add(Failure("E", "f", []), 1)
    assert [output.ename for output in outputs.take()] == ["OutputLimitError"]
    assert outputs.take() == []
    outputs.add(Stream("stdout", "a"), 1)
    assert [output.ename for output in outputs.take()] == ["OutputLimitError"]
