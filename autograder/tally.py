"""Add up the results of a class: its scores, checks, recognised mistakes and students."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder import results
from autograder.course import Course
from autograder.leaderboard import Entry
from autograder.results import CheckResult, Result

ENOUGH = 20
ENOUGH_EACH = 3


@dataclass
class Correlation:
    """Pearson's correlation of a yes or no with a number (point-biserial), from running sums."""

    n: int = 0
    x: int = 0
    y: float = 0.0
    yy: float = 0.0
    xy: float = 0.0

    def add(self, yes: bool, number: float) -> None:
        """Take one more pair into account."""
        self.n += 1
        self.x += yes
        self.y += number
        self.yy += number * number
        self.xy += yes * number

    @property
    def value(self) -> float | None:
        """The correlation; None with fewer than 20 pairs, 3 of either answer, or one number only."""
        if self.n < ENOUGH or not ENOUGH_EACH <= self.x <= self.n - ENOUGH_EACH:
            return None
        spread = self.n * self.yy - self.y**2
        if spread <= 1e-9 * self.n * self.yy:
            return None
        return (self.n * self.xy - self.x * self.y) / math.sqrt(self.x * (self.n - self.x) * spread)


@dataclass
class CheckTally:
    """One check over the class; a submission on which the grader failed counts in `statuses` only."""

    check: CheckResult
    statuses: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    failed_for: list[str] = field(default_factory=list)
    score: float = 0.0
    correlation: Correlation = field(default_factory=Correlation)

    @property
    def judged(self) -> int:
        """Submissions on which the check said something."""
        return self.statuses.total() - self.statuses["grader_error"]

    @property
    def pass_rate(self) -> float | None:
        return self.statuses["passed"] / self.judged if self.judged else None

    @property
    def mean(self) -> float | None:
        return self.score / self.judged if self.judged else None

    @property
    def discrimination(self) -> float | None:
        """Correlation of passing this check with the points earned on all others."""
        return self.correlation.value


@dataclass
class MistakeTally:
    """One recognised mistake: its hint, the students who made it, the checks on which it was seen."""

    name: str
    hint: str
    students: int = 0
    checks: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class StudentTally:
    """One student's line; `score` is None where the grader failed on a check."""

    student: str
    score: float | None
    statuses: dict[str, str]
    points: dict[str, float]
    problems: tuple[str, ...]


@dataclass
class ClassTally:
    """What the results of a class add up to.

    `unreadable` names the files that are no results of it; `challenges` are the models of
    optional checks, by check.
    """

    assignment: str
    max_score: float = 0.0
    scores: list[float] = field(default_factory=list)
    checks: dict[str, CheckTally] = field(default_factory=dict)
    mistakes: dict[str, MistakeTally] = field(default_factory=dict)
    students: list[StudentTally] = field(default_factory=list)
    isolation: Counter[str] = field(default_factory=Counter)
    dataset: Counter[str] = field(default_factory=Counter)
    grader: Counter[str] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)
    graded_at: float = 0.0
    challenges: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Take one more result into account."""
        self.max_score = max(self.max_score, result.max_score)
        for counter, value in (
            (self.isolation, result.isolation),
            (self.dataset, result.dataset),
            (self.grader, f"{result.grader}/{result.secret}"),
        ):
            counter[value] += 1
        if not result.broken:
            self.scores.append(result.score)
        for check in result.checks:
            self._add_check(result, check)
        for name in {c.mistake for c in result.checks if c.mistake}:
            self.mistakes[name].students += 1
        score = None if result.broken else result.score
        statuses = {c.name: c.status for c in result.checks}
        points = {c.name: c.score for c in result.checks if c.status != "grader_error"}
        self.students.append(StudentTally(result.student, score, statuses, points, tuple(result.problems)))

    def _add_check(self, result: Result, check: CheckResult) -> None:
        tally = self.checks.setdefault(check.name, CheckTally(check))
        tally.statuses[check.status] += 1
        if check.status == "grader_error":
            tally.errors[" ".join(check.messages)] += 1
            tally.failed_for.append(result.student)
            return
        tally.score += check.score
        if check.optional and check.accuracy is not None:
            entry = Entry(result.student, check.accuracy, check.images)
            self.challenges.setdefault(check.name, []).append(entry)
        if not result.broken:
            tally.correlation.add(check.status == "passed", result.score - check.score)
        if check.mistake:
            tally.mistakes[check.mistake] += 1
            mistake = MistakeTally(check.mistake, check.hint or "")
            self.mistakes.setdefault(check.mistake, mistake).checks[check.name] += 1


def tally_class(course: Course, assignment: str) -> ClassTally:
    """Add up `results/<assignment>/*.json`, one file at a time."""
    tally = ClassTally(assignment)
    for file in _files(course.results / assignment):
        result = results.read(file)
        if result is None or (result.assignment, result.student) != (assignment, file.stem):
            tally.unreadable.append(file.name)
            continue
        tally.add(result)
        tally.graded_at = max(tally.graded_at, file.stat().st_mtime)
    tally.students.sort(key=lambda s: (s.score is not None, -(s.score or 0.0), s.student))
    return tally


def _files(folder: Path) -> Iterator[Path]:
    return (p for p in sorted(folder.glob("*.json")) if p.is_file() and not p.name.startswith("."))
