"""Hostile files: nothing outside a submission is read or written, and no neighbour notices."""

from __future__ import annotations

import ast
import os
import runpy
import shutil
import stat
import tracemalloc
import zipfile
from pathlib import Path

import msgspec
import nbformat
import pytest
from nbgrader.api import Gradebook
from released_course import hand_in, make_released_course, student_notebook
from tiny_course import contents

from autograder.collecting import entries, strict_files
from autograder.collecting.collect import Submission, SubmissionError, collect
from autograder.grade import Grader
from autograder.record import record
from autograder.seeds import course_seeds
from toolkit import strict_zip

FOLDER = Path(__file__).parent / "attacks" / "files"
ATTACKS = {path.stem: runpy.run_path(str(path)) for path in sorted(FOLDER.glob("*.py"))}
LAYERS = {
    "collector": "only regular files of declared names and bounded sizes are read",
    "archive": "archives are read in memory, within limits, and their names decide on nothing",
    "notebook": "only text and pictures of known cells are taken from a notebook",
    "recorder": "points come from results alone",
    "process": "a submission's modules are loaded in its own process",
}
CANARY = "canary_that_nobody_may_see"
MEMORY = 300 << 20
FULL_SCORE = 4.5

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("attacks on files")]


@pytest.fixture(scope="module")
def course(tmp_path_factory, new_gradebook):
    """A course in which a file of the grader's and the modules of Ada and Bob hold the canary."""
    course = make_released_course(tmp_path_factory.mktemp("attacks") / "course", new_gradebook)
    for student in ("ada", "bob"):
        hand_in(course, student_notebook(course), student)
        module = course.submitted / student / "tiny" / "averages.py"
        module.write_text(f"{module.read_text()}\n{CANARY} = 1\n")
    secrets = course.root / "secrets"
    secrets.mkdir(mode=0o700)
    shutil.copy(module, secrets / "secret.py")
    with zipfile.ZipFile(secrets / "secret.zip", "w") as archive:
        archive.write(module, "averages.py")
    return course


@pytest.fixture(scope="module")
def grader(course):
    with Grader(course.assignment("tiny"), course_seeds(course.root)) as grader:
        yield grader


@pytest.fixture
def plant(course):
    """Return a function that plants an attack in an honest submission and returns its folder."""
    home = course.submitted / "eve"

    def planted(name: str) -> Path:
        hand_in(course, student_notebook(course), "eve")
        ATTACKS[name]["plant"](home / "tiny", course.root / "secrets")
        return home / "tiny"

    yield planted
    home.unlink() if home.is_symlink() else shutil.rmtree(home)
    shutil.rmtree(course.autograded / "eve", ignore_errors=True)


def collected(course, folder: Path) -> Submission | None:
    """Return a submission, None if it is refused; whatever else is raised fails the test."""
    try:
        return collect(folder, course.assignment("tiny"))
    except SubmissionError as error:
        assert "\n" not in str(error)
        return None


def state(folder: Path, *without: str) -> dict[str, tuple[int, ...]]:
    """Return kind, rights, size and time of change of everything in a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(without):
            status = path.lstat()
            found[name] = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_nlink)
    return found


def shown(course, submission: Submission, result) -> str:
    """Return everything that anybody gets to see of a submission."""
    autograded = contents(course.autograded / "eve")
    return f"{submission}{msgspec.json.encode(result)!r}{autograded}"


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_described(name):
    tries = ast.get_docstring(ast.parse((FOLDER / f"{name}.py").read_text()))
    assert tries is not None and tries.endswith(".")
    assert ATTACKS[name]["STOPPED_BY"] in LAYERS


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_stopped(course, grader, plant, name, monkeypatch, tmp_path):
    neighbour = collect(course.submitted / "ada" / "tiny", grader.assignment)
    monkeypatch.chdir(tmp_path)
    folder = plant(name)
    ours = ("autograded", "gradebook.db", ".autograder-secret")
    before = state(course.root, *ours), state(tmp_path)
    tracemalloc.start()
    submission = collected(course, folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEMORY
    read = {} if submission is None else {**submission.files, **submission.notebooks}
    assert " ".join(sorted(read)) == ATTACKS[name]["READ"]
    if submission is not None:
        assert all(line.isprintable() and len(line) < 1_000 for line in submission.problems)
        result = grader.grade(submission)
        assert not result.broken
        assert record(course, submission, result)
        assert CANARY not in shown(course, submission, result)
        notebook = nbformat.read(course.autograded / "eve" / "tiny" / "tiny.ipynb", as_version=4)
        nbformat.validate(notebook)
        with Gradebook(course.gradebook_url) as gradebook:
            assert gradebook.find_submission("tiny", "eve").score == result.score <= FULL_SCORE
    assert (state(course.root, *ours), state(tmp_path)) == before
    again = collect(course.submitted / "ada" / "tiny", grader.assignment)
    assert again == neighbour
    assert grader.grade(again).score == FULL_SCORE


@pytest.mark.parametrize("name", [name for name in ATTACKS if name.startswith("shadowing")])
def test_what_is_left_out_does_not_cost_points(course, grader, plant, name):
    assert grader.grade(collect(plant(name), grader.assignment)).score == FULL_SCORE


def follow_links(monkeypatch):
    look = os.stat
    monkeypatch.setattr(strict_files, "_FLAGS", os.O_RDONLY)
    monkeypatch.setattr(
        os, "stat", lambda path, *, dir_fd=None, follow_symlinks=True: look(path, dir_fd=dir_fd)
    )


def ignore_other_names(monkeypatch):
    look = os.fstat

    def with_one_name(descriptor):
        values = list(look(descriptor))
        values[stat.ST_NLINK] = 1
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", with_one_name)


@pytest.mark.parametrize(
    ("ablate", "name"),
    [
        (follow_links, "link_to_secret"),
        (follow_links, "link_to_neighbour"),
        (follow_links, "link_instead_of_folder"),
        (follow_links, "link_instead_of_student"),
        (follow_links, "link_around_files"),
        (follow_links, "link_to_archive"),
        (ignore_other_names, "hard_link_to_secret"),
        (ignore_other_names, "hard_link_to_neighbour"),
    ],
)
def test_without_its_layer_an_attack_steals_the_canary(course, plant, monkeypatch, ablate, name):
    folder = plant(name)
    ablate(monkeypatch)
    submission = collected(course, folder)
    assert submission is not None
    assert CANARY in str(submission)


@pytest.mark.parametrize("name", ["zip_bomb", "zip_of_overlapping_files", "gzip_bomb"])
def test_without_limits_a_bomb_unpacks(course, plant, monkeypatch, name):
    folder = plant(name)
    unpacked = []
    monkeypatch.setattr(strict_zip, "LOCAL_HEADER", -(1 << 40))
    spend = entries.Budget.spend
    monkeypatch.setattr(entries, "RATIO_FREE", 1 << 40)
    monkeypatch.setattr(entries, "UNPACKED_LIMIT", 1 << 40)
    monkeypatch.setattr(
        entries.Budget, "spend", lambda self, data: unpacked.append(len(data)) or spend(self, data)
    )
    collected(course, folder)
    assert sum(unpacked) > 250 << 20
