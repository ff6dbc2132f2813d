"""A made-up class of 20 through the whole pipeline: release, grade, record, feedback, report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from tqdm import tqdm

from autograder import classroom
from autograder.course import Assignment, Course, CourseError
from autograder.mistakes import Mistake, load_mistakes, with_mistake
from autograder.references import data_for, read_modules
from autograder.release import release
from autograder.report import write_report
from autograder.solved import write_solved
from autograder.stubs import stub_module
from autograder.training import SOLUTION, our_models
from toolkit import data

FOLDER = "demo"
STUDENTS = tuple(
    """
    ada alan barbara claude david donald edsger frances geoffrey grace
    hedy john katherine kurt leslie margaret radia shafi timnit yann
    """.split()
)
SYNTAX_ERROR = b"\n\ndef half_written(:\n    pass\n"
CRASH_AT_IMPORT = b"import os\n\nos._exit(0)\n"


def run(course: Course) -> None:
    """Make `demo/`, a course of its own, and take its class through every step; say where to look."""
    begun = time.perf_counter()
    demo = _copy_course(course)
    os.chdir(demo.root)
    with _step("data"):
        found = data.installed() or data.install(None, "standin")
        click.echo(f"  {found}")
    for name in demo.assignments_with_checks():
        _run_assignment(demo, demo.assignment(name))
    click.echo(f"\nDone in {time.perf_counter() - begun:.0f} s. Look at")
    for name in demo.assignments_with_checks():
        click.echo(f"  {demo.reports / name / 'index.html'}   the instructor's report")
        click.echo(f"  {demo.feedback}/<student>/{name}/   what each student reads")
        click.echo(f"  {demo.results / name}/<student>.json   every result")
    click.echo(f"  {demo.root}: run `jupyter lab` there for Formgrader, `nbgrader export` for the grades")


def make_class(course: Course, assignment: Assignment) -> dict[str, str]:
    """Write 20 submissions of a released assignment; return what kind each student's is."""
    solved = course.submitted / ".solved"
    write_solved(assignment, course.assignments / assignment.name, solved)
    kinds = {}
    for student, (kind, files) in zip(STUDENTS, _kinds(assignment), strict=True):
        folder = course.submitted / student / assignment.name
        shutil.copytree(solved, folder)
        for name in read_modules(folder):
            (folder / name).unlink()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        kinds[student] = kind
    shutil.rmtree(solved)
    return kinds


def _run_assignment(demo: Course, assignment: Assignment) -> None:
    with _step(f"release {assignment.name}"):
        release(demo, [assignment.name])
    with _step("make up a class of 20"):
        for student, kind in make_class(demo, assignment).items():
            click.echo(f"  {student:<10} {kind}")
    with _step("grade and record"), tqdm(total=len(STUDENTS), leave=False, disable=None) as bar:
        folders = classroom.submissions(demo, assignment.name, demo.submitted)
        summary = classroom.grade_class(
            demo, assignment.name, folders, accept_reduced=True, progress=lambda _: bar.update() and None
        )
        click.echo(f"  {classroom.as_text(summary)}")
    with _step("feedback"):
        command = ["nbgrader", "generate_feedback", assignment.name, "--log-level=ERROR"]
        if subprocess.run([sys.executable, "-m", *command], cwd=demo.root).returncode:
            raise CourseError(f"`{' '.join(command)}` failed in {demo.root} (see above)")
    with _step("report"):
        write_report(demo, assignment.name)


def _kinds(assignment: Assignment) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Yield what each student hands in: 5 right, 5 broken each in its way, 10 with the known mistakes."""
    solution = read_modules(assignment.solution)
    stubs = {name: stub_module(text.decode(), name).encode() for name, text in solution.items()}
    checks = assignment.checks()
    right = solution | our_models(assignment, checks, data_for(checks), SOLUTION)
    first = max(stubs, key=lambda name: len(right[name]) - len(stubs[name]))
    for _ in range(4):
        yield "right", right
    yield "partly right: one module of several", {**stubs, first: right[first]}
    yield "blank", stubs
    yield f"a syntax error in {first}", {**right, first: right[first] + SYNTAX_ERROR}
    yield f"an infinite loop in {first}", {**right, first: _endless(right[first].decode())}
    yield f"{first} ends the process at import", {**right, first: CRASH_AT_IMPORT}
    yield f"{first} is missing", {name: text for name, text in right.items() if name != first}
    groups = _share_out(load_mistakes(assignment), len(STUDENTS) - 10)
    for group in groups:
        files = right
        for mistake in group:
            files = with_mistake(files, mistake)
        yield "mistakes: " + ", ".join(m.name for m in group), files


def _share_out(mistakes: list[Mistake], students: int) -> list[list[Mistake]]:
    """Give every mistake to some student, such that no student's mistakes replace the same function."""
    groups: list[list[Mistake]] = [[] for _ in range(students)]
    for mistake in mistakes:
        free = [g for g in groups if not any(m.replaces & mistake.replaces for m in g)]
        min(free or groups, key=len).append(mistake)
    return groups


def _endless(solution: str) -> bytes:
    """Return the solution with an endless loop at the start of its last implemented function."""
    marker = "### BEGIN SOLUTION"
    head, _, tail = solution.rpartition(marker)
    indent = head[head.rfind("\n") + 1 :]
    return f"{head}while True:\n{indent}    pass\n{indent}{marker}{tail}".encode()


def _copy_course(course: Course) -> Course:
    root = course.root / FOLDER
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    shutil.copy(course.root / "nbgrader_config.py", root)
    ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(course.source, root / "source", ignore=ignored)
    shutil.copytree(course.hidden, root / "autograder" / "hidden", ignore=ignored)
    return Course(root)


@contextmanager
def _step(title: str) -> Iterator[None]:
    click.secho(f"{title} …", bold=True)
    begun = time.perf_counter()
    yield
    click.echo(f"  {time.perf_counter() - begun:.1f} s")
