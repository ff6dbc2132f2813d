"""Prove an assignment's checks: the solution earns everything, a stub nothing, every mistake loses points."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.course import Course
from autograder.job import Task, grade_all
from autograder.mistakes import Mistake
from autograder.references import data_for
from autograder.results import CheckResult
from autograder.seeds import course_seeds
from autograder.specimens import specimens_of
from autograder.training import our_models


@dataclass(frozen=True)
class MistakeReport:
    """What became of one mistake: points lost on its check, named there, and the share of all points."""

    name: str
    check: str
    lost: bool
    named: bool
    score: float


@dataclass(frozen=True)
class ConventionReport:
    """What became of one convention: the share of points it is to keep on its check, and of all points."""

    name: str
    check: str
    keeps: float
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
    conventions: list[ConventionReport] = field(default_factory=list)
    trivial: dict[str, float] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def verify(
    course: Course, name: str, progress: Callable[[int, int], None] = lambda done, total: None
) -> Verification:
    """Grade the solution, the released stub, trivial answers and every mistake, each in workers.

    A mistake is graded by the checks that it can change: those whose probes call what it replaces.
    Problems are collected, one line each; there are none if the assignment is right.
    """
    assignment = course.assignment(name)
    checks = assignment.checks()
    report = Verification(name, checks=[{"name": c.name, "points": c.points} for c in checks.values()])
    data = data_for(checks)
    our_models(assignment, checks, data)  # once, not in each process
    specimens = list(specimens_of(assignment, data, course_seeds(course.root)))
    tasks = [Task(course, name, s.submission, True, True, s.only) for s in specimens]
    uncaught = {c.name for c in checks.values() if c.points}
    right: dict[str, CheckResult] = {}
    for done, (specimen, graded) in enumerate(zip(specimens, grade_all(tasks), strict=True), 1):
        label, mistake = specimen.submission.student, specimen.mistake
        if graded.result is None:
            report.problems.append(f"{label}: {graded.error}")
            continue
        found = {c.name: c for c in graded.result.checks}
        if mistake is None:
            right = right or found
            _note(report, label, found.values())
        else:
            _note_mistake(report, mistake, right | found)
        if mistake is not None and not mistake.keeps:
            uncaught -= {c.name for c in found.values() if c.score < c.points}
        progress(done, len(tasks))
    report.problems += [f"no mistake shows that {check} can fail" for check in sorted(uncaught)]
    return report


def as_json(reports: list[Verification]) -> dict[str, Any]:
    """Return the contract's JSON of several assignments."""
    lists = ("mistakes", "conventions")
    return {
        "assignments": [{**vars(r), **{k: [vars(m) for m in getattr(r, k)] for k in lists}} for r in reports]
    }


def as_text(report: Verification) -> str:
    """Return one line that sums a verification up."""
    lost, named = (sum(getattr(m, what) for m in report.mistakes) for what in ("lost", "named"))
    scores = f"solution {report.solution:.0%}, stub {report.stub:.0%}, {len(report.checks)} checks"
    mistakes = f"of {len(report.mistakes)} mistakes {lost} lose points and {named} are named"
    conventions = len(report.conventions)
    accepted = f"; {conventions} other conventions are accepted" if conventions else ""
    return f"{report.assignment}: {scores}; {mistakes}{accepted}"


def _note(report: Verification, label: str, checks: Collection[CheckResult]) -> None:
    share = _share(checks)
    report.problems += _errors(label, checks)
    if label == "solution":
        report.solution = share
        lost = [c for c in checks if c.status != "passed"]
        report.problems += [f"the solution fails {c.name}: {' '.join(c.messages)}" for c in lost]
    elif label == "stub":
        report.stub = share
        report.problems += [f"the stub earns points on {c.name}" for c in checks if c.score]
    else:
        report.trivial[label] = share
        report.problems += [f"{label}: a trivial answer earns points on {c.name}" for c in checks if c.score]


def _note_mistake(report: Verification, mistake: Mistake, checks: Mapping[str, CheckResult]) -> None:
    report.problems += _errors(mistake.name, checks.values())
    found = checks.get(mistake.check)
    if found is None:
        report.problems.append(f"mistake {mistake.name}: there is no check {mistake.check}")
        return
    lost, named = found.score < found.points, found.mistake == mistake.name
    keeps, share = mistake.keeps or 0.0, _share(checks.values())
    if keeps:
        report.conventions.append(ConventionReport(mistake.name, mistake.check, keeps, named, share))
        report.problems += [
            f"convention {mistake.name} keeps {c.score:g} of {c.points:g} points on {c.name}: "
            f"{' '.join(c.messages)}"
            for c in checks.values()
            if c.score < round(keeps * c.points, 4) or (c is found and c.score > round(keeps * c.points, 4))
        ]
    else:
        report.mistakes.append(MistakeReport(mistake.name, mistake.check, lost, named, share))
    if not (lost or keeps):
        report.problems.append(f"mistake {mistake.name} loses nothing on {mistake.check}")
    if (lost or keeps) and not named:
        other = f"named {found.mistake}" if found.mistake else "not named"
        report.problems.append(
            f"mistake {mistake.name} is {other} on {mistake.check}: {' '.join(found.messages)}"
        )


def _errors(label: str, checks: Iterable[CheckResult]) -> list[str]:
    return [f"{label}: {c.name}: {' '.join(c.messages)}" for c in checks if c.status == "grader_error"]


def _share(checks: Collection[CheckResult]) -> float:
    total = sum(c.points for c in checks)
    return round(sum(c.score for c in checks) / total, 4) if total else 0.0
