"""Build the folder that students get from an assignment's source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

import toolkit
from autograder.authoring import authoring_problems
from autograder.course import Assignment, CourseError, find_course
from autograder.leaks import leaks
from autograder.markers import ReleaseError, gathered
from autograder.notebooks import released_notebook
from autograder.references import public_expected
from autograder.stubs import stub_module
from autograder.tree import update_tree
from toolkit.checks_file import checks_files, public_part

EXPECTED = "expected.npz"
EXPECTED_LIMIT = 1_000_000
STUDENT_PACKAGES = """
    ipywidgets jupyterlab matplotlib msgspec numpy pillow pooch requests scipy tqdm
""".split()


def build_all(assignment: Assignment) -> dict[str, bytes]:
    """Return the content of every file of the release by its name, proven free of leaks.

    Raises
    ------
    ReleaseError
        With every reason found, if the assignment cannot be released.
    """
    problems = authoring_problems(assignment)
    files: dict[str, bytes] = {}
    with gathered(problems):
        files |= _modules(assignment)
    if problems:
        raise ReleaseError(problems)
    files |= _around(assignment)
    config = find_course(assignment.source).config
    files |= {path.name: released_notebook(path, config) for path in assignment.notebooks}
    found = leaks(assignment, files)
    if found:
        raise ReleaseError(found)
    return files


def _around(assignment: Assignment) -> dict[str, bytes]:
    """Return what is neither module nor notebook: checks, expected outcomes, toolkit, requirements."""
    files: dict[str, bytes] = {}
    for name, text in checks_files(assignment.checks_path).items():
        files[name] = (re.sub(r"\n{4,}", "\n\n\n", public_part(text)).rstrip() + "\n").encode()
    files[EXPECTED] = _expected(assignment)
    files["requirements.txt"] = requirements().encode()
    home = Path(toolkit.__file__).parent
    for path in sorted(home.rglob("*.py")):
        files[f"toolkit/{path.relative_to(home).as_posix()}"] = path.read_bytes()
    return files


def requirements() -> str:
    """Return the `requirements.txt` of a student: what the toolkit needs, in the ranges of this project.

    Raises
    ------
    ReleaseError
        If this project does not require one of `STUDENT_PACKAGES`.
    """
    ranges = dict(_project_requirements())
    missing = [name for name in STUDENT_PACKAGES if name not in ranges]
    if missing:
        raise ReleaseError([f"pyproject.toml: does not require {', '.join(missing)}, which students need"])
    return "".join(f"{name}{ranges[name]}\n" for name in STUDENT_PACKAGES)


def _project_requirements() -> Iterator[tuple[str, str]]:
    """Yield name and range of what this project requires, from its folder or from its installed metadata."""
    project = Path(toolkit.__file__).parent.parent / "pyproject.toml"
    if project.is_file():
        lines = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    else:
        lines = requires(packages_distributions()["toolkit"][0]) or []
    for line in lines:
        requirement = re.match(r"([\w.-]+)\s*([^;]*)", line)
        if requirement and "extra ==" not in line:
            bounds = requirement[2].replace(" ", "").split(",")
            yield requirement[1].lower(), ",".join(sorted(bounds, reverse=True))


def _modules(assignment: Assignment) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    problems: list[str] = []
    for name in assignment.modules:
        filename = f"{name}.py"
        with gathered(problems):
            source = _read(assignment.solution / filename)
            files[filename] = stub_module(source, filename).encode()
    if problems:
        raise ReleaseError(problems)
    return files


def _expected(assignment: Assignment) -> bytes:
    try:
        data = public_expected(assignment)
    except CourseError as error:
        raise ReleaseError(str(error).split("\n")) from error
    if len(data) > EXPECTED_LIMIT:
        size = f"{len(data):,} bytes, at most {EXPECTED_LIMIT:,}"
        raise ReleaseError([f"{EXPECTED}: {size}; give the public checks smaller inputs"])
    return data


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ReleaseError([f"{path.name}: not UTF-8 text ({error}); save it as UTF-8"]) from None


class ReleaseFiles(NbGraderPreprocessor):
    """Lets `nbgrader generate_assignment` release what this grader adds to an assignment.

    Writes everything but the notebooks once, before the first notebook is written; an error here fails
    the release. Assignments without checks are left to nbgrader.
    """

    writes_files = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.written: set[str] = set()

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        name = resources["nbgrader"]["assignment"]
        if name in self.written:
            return nb, resources
        coursedir = self.parent.parent.coursedir
        assignment = find_course(Path(coursedir.root)).assignment(name)
        if assignment.has_checks:
            files = build_all(assignment)
            dest = Path(coursedir.format_path(coursedir.release_directory, ".", name))
            update_tree(dest, {name: data for name, data in files.items() if not name.endswith(".ipynb")})
        elif assignment.solution.exists():
            raise ReleaseError([f"{name}/solution: holds no checks.py; write one, or remove the folder"])
        self.written.add(name)
        return nb, resources
