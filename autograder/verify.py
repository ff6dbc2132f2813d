"""Prove an assignment's checks: the solution earns everything, a stub nothing, every mistake loses points."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from autograder.build import build_files
from autograder.collecting.collect import Submission, digest
from autograder.course import Assignment, Course
from autograder.job import Task, grade_all
from autograder.mistakes import Mistake, load_mistakes, with_mistake
from autograder.references import data_for, read_modules
from autograder.results import Result
from autograder.seeds import course_seeds

TRIVIAL = {"returns_none": "None", "returns_zero": "0.0", "returns_its_argument": ""}


@dataclass(frozen=True)
class MistakeReport:
    """What became of one mistake: points lost on its check, named there, and the share of all points."""

    name: str
    check: str
    lost: bool
    named: bool
    score: float


@dataclass
class Verification:
    """What `verify` says of one assignment; scores are shares of the maximum."""

    assignment: str
    solution: float = 0.0
    stub: float = 0.0
    checks: list[dict[str, Any]] = field(default_factory=list)
    mistakes: list[MistakeReport] = field(default_factory=list)
    trivial: dict[str, float] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def verify(
    course: Course, name: str, progress: Callable[[int, int], None] = lambda done, total: None
) -> Verification:
    """Grade the solution, the released stub, trivial answers and every mistake, each in workers.

    Problems are collected, one line each; there are none if the assignment is right.
    """
    assignment = course.assignment(name)
    checks = assignment.checks()
    report = Verification(name, checks=[{"name": c.name, "points": c.points} for c in checks.values()])
    handed_in = list(_submissions(assignment))
    course_seeds(course.root)
    data_for(checks)
    tasks = [
        Task(course, name, Submission(label, files, {}, (), None, digest(files)), True, accept_reduced=True)
        for label, _, files in handed_in
    ]
    uncaught = {c.name for c in checks.values() if c.points}
    for done, ((label, mistake, _), graded) in enumerate(zip(handed_in, grade_all(tasks), strict=True), 1):
        if graded.result is None:
            report.problems.append(f"{label}: {graded.error}")
            continue
        _note(report, label, mistake, graded.result)
        if mistake is not None:
            uncaught -= {c.name for c in graded.result.checks if c.score < c.points}
        progress(done, len(tasks))
    report.problems += [f"no mistake shows that {check} can fail" for check in sorted(uncaught)]
    return report


def as_json(reports: list[Verification]) -> dict[str, Any]:
    """Return the contract's JSON of several assignments."""
    return {"assignments": [{**vars(r), "mistakes": [vars(m) for m in r.mistakes]} for r in reports]}


def as_text(report: Verification) -> str:
    """Return one line that sums a verification up."""
    lost, named = (sum(getattr(m, what) for m in report.mistakes) for what in ("lost", "named"))
    scores = f"solution {report.solution:.0%}, stub {report.stub:.0%}, {len(report.checks)} checks"
    mistakes = f"of {len(report.mistakes)} mistakes {lost} lose points and {named} are named"
    return f"{report.assignment}: {scores}; {mistakes}"


def _submissions(assignment: Assignment) -> Iterator[tuple[str, Mistake | None, dict[str, bytes]]]:
    solution = read_modules(assignment.solution)
    yield "solution", None, solution
    stub = {name: data for name, data in build_files(assignment, solved=False).items() if "/" not in name}
    stub = {f"{name}.py": stub[f"{name}.py"] for name in assignment.modules}
    yield "stub", None, stub
    for name, value in TRIVIAL.items():
        yield name, None, {file: trivial(data.decode(), value).encode() for file, data in stub.items()}
    for mistake in load_mistakes(assignment):
        yield mistake.name, mistake, with_mistake(solution, mistake)


def trivial(source: str, value: str) -> str:
    """Return a stub's source with every unimplemented function returning `value`, or its first argument."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(_is_stub(line) for line in ast.walk(node)):
            names = [a.arg for a in node.args.args if a.arg != "self"]
            node.body = [ast.parse(f"return {value or (names[0] if names else 'None')}").body[0]]
    return ast.unparse(ast.fix_missing_locations(tree))


def _is_stub(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) and "NotImplementedError" in ast.dump(node)


def _note(report: Verification, label: str, mistake: Mistake | None, result: Result) -> None:
    share = round(result.score / result.max_score, 4) if result.max_score else 0.0
    report.problems += [
        f"{label}: {c.name}: {' '.join(c.messages)}" for c in result.checks if c.status == "grader_error"
    ]
    if mistake is not None:
        _note_mistake(report, mistake, result, share)
    elif label == "solution":
        report.solution = share
        lost = [c for c in result.checks if c.status != "passed"]
        report.problems += [f"the solution fails {c.name}: {' '.join(c.messages)}" for c in lost]
    elif label == "stub":
        report.stub = share
        report.problems += [f"the stub earns points on {c.name}" for c in result.checks if c.score]
    else:
        report.trivial[label] = share
        report.problems += [
            f"{label}: a trivial answer earns points on {c.name}" for c in result.checks if c.score
        ]


def _note_mistake(report: Verification, mistake: Mistake, result: Result, share: float) -> None:
    found = next((c for c in result.checks if c.name == mistake.check), None)
    if found is None:
        report.problems.append(f"mistake {mistake.name}: there is no check {mistake.check}")
        return
    lost, named = found.score < found.points, found.mistake == mistake.name
    report.mistakes.append(MistakeReport(mistake.name, mistake.check, lost, named, share))
    if not lost:
        report.problems.append(f"mistake {mistake.name} loses nothing on {mistake.check}")
    elif not named:
        other = f"named {found.mistake}" if found.mistake else "not named"
        report.problems.append(
            f"mistake {mistake.name} is {other} on {mistake.check}: {' '.join(found.messages)}"
        )
