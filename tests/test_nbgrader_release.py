"""`nbgrader generate_assignment` gives the same release, and leaks nothing however it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from commands import Commands
from tiny_course import MODULE, SOLUTION, contents, edit, leaked, make_course, notebook, write_notebook

from autograder.course import Course
from autograder.release import release
from autograder.solved import solved_module

CONFIG = (Path(__file__).parent.parent / "nbgrader_config.py").read_text()

pytestmark = pytest.mark.xdist_group("commands")


@pytest.fixture
def course(tmp_path: Path, new_gradebook: Path) -> Course:
    made = make_course(tmp_path / "course")
    shutil.copy(new_gradebook, made.root / "gradebook.db")
    return made


SABOTAGE = """
import os, signal, sys
from pathlib import Path
from nbgrader.preprocessors import NbGraderPreprocessor


class Sabotage(NbGraderPreprocessor):
    writes_files = True
    calls = 0

    def strike(self):
        self.calls += 1
        if self.calls == MOMENT:
            sys.exit(3) if HOW == "exit" else os.kill(os.getpid(), signal.SIGKILL)

    def preprocess(self, nb, resources):
        if HOW != "kill while writing":
            self.strike()
            return nb, resources
        whole = Path.write_bytes

        def half(path, data):
            whole(path, data[: len(data) // 2])
            self.strike()
            return whole(path, data)

        Path.write_bytes = half
        return nb, resources
"""


Release = Callable[..., CompletedProcess[str]]


@pytest.fixture
def nbgrader_release(course: Course, commands: Commands) -> Release:
    """Run `nbgrader generate_assignment tiny` with the project's own configuration."""

    def run(*arguments: str, sabotage: str = "") -> CompletedProcess[str]:
        (course.root / "nbgrader_config.py").write_text(CONFIG + sabotage)
        return commands.run(course.root, "nbgrader", "generate_assignment", "tiny", *arguments)

    return run


@pytest.fixture
def two_notebooks(course: Course) -> Course:
    """Give the course's assignment a second notebook, after the first."""
    content = notebook()
    content.cells = content.cells[:1]
    content.cells[0].id = "more"
    write_notebook(course.source / "tiny" / "unit.ipynb", content)
    return course


@pytest.mark.slow
def test_nbgrader_and_release_give_the_same_bytes(two_notebooks: Course, nbgrader_release: Release) -> None:
    course = two_notebooks
    done = nbgrader_release()
    assert done.returncode == 0, done.stderr
    by_nbgrader = contents(course.assignments)
    shutil.rmtree(course.assignments)
    release(course, [])
    assert contents(course.assignments) == by_nbgrader
    edit(course.source / "tiny" / "tiny.ipynb", "# Averages", "# Means")
    done = nbgrader_release("--notebook", "tiny")
    assert done.returncode == 0, done.stderr
    assert release(course, [], check=True)[0].changed == ()


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("--notebook", "tiny")])
def test_a_failing_nbgrader_release_leaks_nothing(
    course: Course, nbgrader_release: Release, arguments: tuple[str, ...]
) -> None:
    release(course, [])
    edit(course.root / SOLUTION / "averages.py", "np.min(X))\n    ### END SOLUTION", "np.min(X))")
    done = nbgrader_release(*arguments)
    assert done.returncode != 0
    assert "averages.py:21: BEGIN SOLUTION without END SOLUTION" in done.stderr
    assert not leaked(course)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "at", "moment", "arguments"),
    [
        ("kill", 0, 1, ()),
        ("kill", 99, 2, ()),
        ("kill while writing", 0, 1, ()),
        ("kill while writing", 0, 9, ("--notebook", "*i*")),
        ("exit", 0, 2, ("--notebook", "*i*")),
        ("exit", 99, 1, ()),
    ],
)
def test_a_stopped_nbgrader_release_leaks_nothing(
    two_notebooks: Course,
    nbgrader_release: Release,
    how: str,
    at: int,
    moment: int,
    arguments: tuple[str, ...],
) -> None:
    course = two_notebooks
    sabotage = SABOTAGE.replace("HOW", repr(how)).replace("MOMENT", str(moment))
    (course.root / "sabotage.py").write_text(sabotage)
    insert = f"c.GenerateAssignment.preprocessors.insert({at}, 'sabotage.Sabotage')\n"
    done = nbgrader_release(*arguments, sabotage=insert)
    assert done.returncode == (3 if how == "exit" else -signal.SIGKILL), done.stderr
    assert contents(course.assignments) or (at, moment) == (0, 1)
    assert not leaked(course)
    assert release(course, [])[0].changed
    assert release(course, [], check=True)[0].changed == ()


STUDENT = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path.cwd()))
import averages, numpy, toolkit

assert all(Path(m.__file__).is_relative_to(Path.cwd()) for m in (averages, toolkit))
try:
    print(averages.Averager().average(numpy.ones((2, 3))))
except NotImplementedError as error:
    print(error)
for cell in ("average", "spread"):
    try:
        print(type(toolkit.check(cell)).__name__)
    except Exception as error:
        print(type(error).__name__)
"""


@pytest.mark.slow
def test_the_released_folder_is_all_a_student_needs(course: Course, tmp_path: Path) -> None:
    release(course, [], archive=True)
    with zipfile.ZipFile(course.assignments / "tiny.zip") as bundle:
        bundle.extractall(tmp_path)
    assert run_student(tmp_path / "tiny") == [
        "Implement Averager.average in averages.py",
        "CheckFailed",
        "CheckFailed",
    ]
    (tmp_path / "tiny" / "averages.py").write_text(solved_module(MODULE, "averages.py"))
    assert run_student(tmp_path / "tiny") == ["[1. 1.]", "Passed", "Passed"]


def run_student(folder: Path) -> list[str]:
    """Run a student's session in a released folder, with nothing else of ours to import."""
    command = [sys.executable, "-I", "-c", STUDENT]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_without_its_configuration_nbgrader_releases_nothing(course: Course, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    (broken / "autograder").mkdir(parents=True)
    (broken / "autograder" / "__init__.py").write_text("raise RuntimeError('half installed')")
    (course.root / "nbgrader_config.py").write_text(CONFIG)
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", "tiny"]
    environment = {**os.environ, "PYTHONPATH": str(broken)}
    done = subprocess.run(command, cwd=course.root, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert not course.assignments.exists() and not (course.root / "release").exists()
