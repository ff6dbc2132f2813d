"""Releases are complete and deterministic, and only what changed is written."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tiny_course import MODULE, SOLUTION, contents, edit, leaked, make_course, notebook, tiny, write_notebook

import autograder.build
from autograder.build import requirements
from autograder.course import Course, CourseError
from autograder.markers import ReleaseError
from autograder.release import release
from autograder.solved import write_solved
from autograder.tree import write_tree

REPOSITORY = Path(autograder.build.__file__).parent.parent


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return make_course(tmp_path / "course")


def repack(path: Path, change: Callable[[dict[str, np.ndarray]], None] = lambda arrays: None) -> None:
    """Write an `.npz` again with other bytes."""
    with np.load(path) as arrays:
        values = dict(arrays)
    change(values)
    np.savez(path, **values)


def test_the_release_is_complete_and_has_no_answers(course: Course) -> None:
    (done,) = release(course, [])
    files = contents(course.assignments / "tiny")
    toolkit = {name for name in files if name.startswith("toolkit/")}
    assert toolkit == {f"toolkit/{path.name}" for path in (REPOSITORY / "toolkit").glob("*.py")}
    assert files.keys() - toolkit == {
        "averages.py", "given.py", "checks.py", "expected.npz", "requirements.txt", "tiny.ipynb"
    }  # fmt: skip
    assert set(done.changed) == files.keys()
    assert b'raise NotImplementedError("Implement Averager.average in averages.py")' in files["averages.py"]
    assert b"average_of_one_column" not in b"".join(files.values())
    assert not leaked(course)
    shutil.copy(course.root / SOLUTION / "averages.py", course.assignments / "left.py")
    assert leaked(course) == ["left.py"]


def test_a_second_release_writes_nothing(course: Course) -> None:
    release(course, ["tiny"], archive=True)
    files = sorted(course.assignments.rglob("*"))
    before = [path.stat().st_mtime_ns for path in files]
    (again,) = release(course, ["tiny"], archive=True)
    assert again.changed == ()
    assert [path.stat().st_mtime_ns for path in files] == before
    assert sorted(course.assignments.rglob("*")) == files


def test_check_names_what_is_stale_and_changes_nothing(course: Course) -> None:
    folder = course.assignments / "tiny"
    assert len(release(course, [], check=True)[0].changed) > 6
    assert not folder.exists()
    release(course, [])
    edit(course.source / "tiny" / "solution" / "averages.py", "the mean of each", "each mean of a")
    (folder / "toolkit" / "old.py").write_text("x = 1\n")
    (folder / "given.py").unlink()
    before = contents(folder)
    assert release(course, [], check=True)[0].changed == ("averages.py", "given.py", "toolkit/old.py")
    assert contents(folder) == before
    assert release(course, [])[0].changed == ("averages.py", "given.py", "toolkit/old.py")
    assert release(course, [], check=True)[0].changed == ()


def test_expected_outcomes_are_compared_as_numbers(course: Course) -> None:
    release(course, [])
    expected = course.assignments / "tiny" / "expected.npz"
    repack(expected)
    before = expected.read_bytes()
    assert release(course, [])[0].changed == ()
    assert expected.read_bytes() == before
    repack(expected, lambda arrays: arrays.pop("spread"))
    assert release(course, [], check=True)[0].changed == ("expected.npz",)
    expected.write_bytes(b"broken")
    assert release(course, [])[0].changed == ("expected.npz",)


def test_caches_and_data_survive_a_release_and_links_do_not(course: Course, tmp_path: Path) -> None:
    release(course, [])
    folder = course.assignments / "tiny"
    for name in ("__pycache__/averages.pyc", "datasets/cifar10/batch.bin"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(b"kept")
    outside = tmp_path / "outside"
    shutil.move(folder / "toolkit", outside)
    (folder / "toolkit").symlink_to(outside)
    (outside / "own.py").write_text("mine")
    changed = release(course, [])[0].changed
    assert "toolkit" in changed and not (folder / "toolkit").is_symlink()
    assert (outside / "own.py").read_text() == "mine"
    assert (folder / "datasets/cifar10/batch.bin").exists() and (folder / "__pycache__").exists()
    assert release(course, [], check=True)[0].changed == ()


def test_the_archive_is_deterministic_and_holds_the_folder(course: Course) -> None:
    (done,) = release(course, [], archive=True)
    assert done.archive == course.assignments / "tiny.zip"
    before = done.archive.read_bytes()
    with zipfile.ZipFile(io.BytesIO(before)) as bundle:
        packed = {name: bundle.read(name) for name in bundle.namelist()}
    assert packed == {f"tiny/{name}": data for name, data in contents(course.assignments / "tiny").items()}
    for path in (course.assignments / "tiny").rglob("*"):
        os.utime(path, (1, 1))
    done.archive.unlink()
    release(course, [], archive=True)
    assert done.archive.read_bytes() == before


def test_the_solved_twin_has_the_answers_and_the_release_around_them(course: Course, tmp_path: Path) -> None:
    release(course, [])
    write_solved(tiny(course), course.assignments / "tiny", tmp_path / "solved")
    stub, solved = contents(course.assignments / "tiny"), contents(tmp_path / "solved")
    differing = {name for name in stub | solved if stub.get(name) != solved.get(name)}
    assert differing == {"averages.py", "tiny.ipynb"}
    assert solved["averages.py"].decode() == "".join(
        line for line in MODULE.splitlines(keepends=True) if "###" not in line
    )
    notebooks = [json.loads(files["tiny.ipynb"]) for files in (stub, solved)]
    sources = ["".join(content["cells"][-1].pop("source")) for content in notebooks]
    assert sources == ["YOUR ANSWER HERE", notebook().cells[-1].source]
    assert notebooks[0] == notebooks[1]


def test_only_assignments_with_checks_are_released_here(course: Course) -> None:
    (course.source / "ordinary").mkdir()
    write_notebook(course.source / "ordinary" / "a.ipynb", notebook())
    assert [done.assignment for done in release(course, [])] == ["tiny"]
    with pytest.raises(ReleaseError, match=r"nbgrader generate_assignment ordinary"):
        release(course, ["ordinary"])
    with pytest.raises(CourseError, match="no assignment 'missing'"):
        release(course, ["missing"])


def test_a_new_folder_appears_complete_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        write_tree(tmp_path / "new", {"a": b"a", "b": None})  # type: ignore[dict-item]
    assert list(tmp_path.iterdir()) == []


def test_requirements_are_the_same_from_the_folder_and_the_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = requirements()
    lines = [line.replace(",", ", ") for line in here.splitlines()]
    installed = [" ".join(line.rpartition(", ")[::-2]) for line in lines]
    monkeypatch.setattr(autograder.build.toolkit, "__file__", str(tmp_path / "toolkit" / "__init__.py"))
    monkeypatch.setattr(autograder.build, "packages_distributions", lambda: {"toolkit": ["course"]})
    monkeypatch.setattr(autograder.build, "requires", lambda name: [*lines, 'numpy==1 ; extra == "dev"'])
    assert installed and requirements() == here
    monkeypatch.setattr(autograder.build, "requires", lambda name: lines[1:])
    with pytest.raises(ReleaseError, match="does not require ipywidgets"):
        requirements()
