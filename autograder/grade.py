"""Grade one submission: run every probe on it in a worker, compare with the reference, name mistakes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import time
from contextlib import suppress
from dataclasses import InitVar, dataclass, field, replace
from pathlib import Path

from autograder import results
from autograder.collecting.collect import Submission
from autograder.confinement.confine import MEMORY_LIMIT
from autograder.confinement.finding import strongest
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from autograder.course import Assignment, Course, CourseError
from autograder.references import References, data_for
from autograder.results import CheckResult, Result
from autograder.seeds import Seeds
from toolkit.checks import Check
from toolkit.comparison import Verdict, compare, recognise
from toolkit.errors import GraderError
from toolkit.probe import Outcome, run_probe
from toolkit.table import clean

PATIENCE = 20.0
SHORTEST = 3.0
RETRIES = 2
MESSAGE_LIMIT = 2_000


@dataclass
class Grader:
    """Grades submissions to one assignment; holds the references' outcomes and one zygote.

    Use it as a context manager, so that no process is left behind.

    Parameters
    ----------
    assignment : Assignment
    seeds : Seeds
    workers : Zygote, optional
        Where workers come from; by default of the strongest level that works here.

    Raises
    ------
    CourseError
        If the checks cannot be loaded, or submissions cannot be isolated.
    """

    assignment: Assignment
    seeds: Seeds
    workers: InitVar[Zygote | None] = None
    zygote: Zygote = field(init=False)

    def __post_init__(self, workers: Zygote | None) -> None:
        self.zygote = workers or strongest(self.assignment.packages).zygote
        self.references = References(self.assignment, self.seeds, self.zygote)
        data = data_for(self.references.checks)
        self.dataset = data.name if data else "none"
        self.fingerprint = _fingerprint(self.assignment, self.seeds, data.sha256 if data else "")

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_: object) -> None:
        self.zygote.close()

    def grade(self, submission: Submission) -> Result:
        """Return the results of all checks of the assignment, in their order."""
        begun = time.perf_counter()
        run = _Run(self, submission)
        try:
            # What hidden checks pass in could be kept in the worker, and shown by a public check's message.
            public_first = sorted(self.references.checks.values(), key=lambda check: check.hidden)
            done = {check.name: self._check(run, check) for check in public_first}
            checks = [done[name] for name in self.references.checks]
        finally:
            run.close()
        return Result(
            assignment=self.assignment.name,
            student=submission.student,
            submission=submission.digest,
            isolation=self.zygote.confinement.level,
            dataset=self.dataset,
            score=round(sum(c.score for c in checks), 4),
            max_score=round(sum(c.points for c in checks), 4),
            seconds=round(time.perf_counter() - begun, 4),
            checks=checks,
            problems=list(submission.problems),
            grader=self.fingerprint,
            secret=self.seeds.fingerprint,
        )

    def is_current(self, result: Result | None, submission: Submission) -> bool:
        """Say whether a result on disk is of this submission and this grader, and not broken."""
        return (
            result is not None
            and (result.submission, result.grader) == (submission.digest, self.fingerprint)
            and not result.broken
        )

    def _check(self, run: _Run, check: Check) -> CheckResult:
        try:
            reference = self.references.reference(check)
            outcome = run.attempt(check, reference)
            verdict = compare(check, reference, outcome)
            for _ in range(RETRIES if check.timed and outcome.outputs is not None else 0):
                if verdict.status != "passed":  # another process may have been in the way
                    outcome = run.attempt(check, reference)
                    verdict = compare(check, reference, outcome)
            mistake = None
            if verdict.status in ("failed", "partial", "crashed"):
                mistake = recognise(check, reference, outcome, self.references.known(check))
        except Exception as error:
            verdict, mistake, outcome = _grader_error(error)
        hints = {m.name: m.hint for m in self.references.mistakes}
        return CheckResult(
            name=check.name,
            cell=check.cell,
            title=check.title,
            module=check.module,
            points=check.points,
            score=round(check.points * verdict.share, 4),
            status=verdict.status,
            mistake=mistake,
            hint=hints[mistake] if mistake else None,
            messages=[clean(line[:MESSAGE_LIMIT]) for line in verdict.messages],
            seconds=round(outcome.seconds, 4),
            hidden=check.hidden,
        )


class _Run:
    """The workers of one submission: one for all checks, a fresh one where a check needs or left none."""

    def __init__(self, grader: Grader, submission: Submission) -> None:
        self.grader = grader
        self.submission = submission
        self.shared: Worker | None = None
        self.hung_modules: dict[str, Outcome] = {}
        self.hung_cells: set[str] = set()

    def attempt(self, check: Check, reference: Outcome) -> Outcome:
        """Run one probe; what timed out is tried once more alone, unless its cell or module hung before."""
        if check.module in self.hung_modules:
            return self.hung_modules[check.module]
        outcome = self._once(check, reference, check.alone)
        if outcome.status == "timed_out" and check.cell not in self.hung_cells:
            outcome = self._once(check, reference, alone=True)
            if outcome.status == "timed_out" and outcome.shapes:
                self.hung_cells.add(check.cell)
            elif outcome.status == "timed_out":
                self.hung_modules[check.module] = outcome
        return outcome

    def close(self) -> None:
        """End the shared worker."""
        if self.shared is not None:
            with suppress(GraderError):
                self.shared.close()
            self.shared = None

    def _once(self, check: Check, reference: Outcome, alone: bool) -> Outcome:
        worker = None if alone else self.shared
        if not alone:
            self.shared = None
        if worker is None:
            worker = Worker(self.grader.zygote, self.submission.files)
        outcome = None
        try:
            worker.allow(max(SHORTEST, PATIENCE * reference.seconds))
            outcome = run_probe(check, worker.session, self.grader.references.seed(check), reference.shapes)
            outcome = _with_memory(outcome, worker)
        finally:
            if alone or outcome is None or outcome.lost:
                worker.close()
            else:
                self.shared = worker
        return outcome


def grade_submission(grader: Grader, course: Course, submission: Submission, force: bool = False) -> Result:
    """Grade a collected submission and write its result, or return the one on disk that is still right."""
    old = results.read(results.path(course, grader.assignment.name, submission.student))
    if old is not None and not force and grader.is_current(old, submission):
        return old
    result = grader.grade(submission)
    results.write(course, result)
    return result


def _with_memory(outcome: Outcome, worker: Worker) -> Outcome:
    """Say beside a MemoryError how much memory was in use, and how much may be."""
    if outcome.lost or not outcome.message.startswith("MemoryError"):
        return outcome
    peak = worker.peak_memory()
    if peak is None:
        return outcome
    used, allowed = (f"{size / 2**30:.1f} GiB" for size in (peak, MEMORY_LIMIT))
    said = f"{outcome.message} (allowed: {allowed} with Python and NumPy; used before: {used})"
    return replace(outcome, message=said)


def _grader_error(error: Exception) -> tuple[Verdict, None, Outcome]:
    text = str(error) if isinstance(error, CourseError | GraderError) else f"{type(error).__name__}: {error}"
    return Verdict("grader_error", 0.0, (text,)), None, Outcome(None, "grader_error", text)


def _fingerprint(assignment: Assignment, seeds: Seeds, data: str) -> str:
    """Name everything that a result depends on besides the submission."""
    total = hashlib.sha256(f"{seeds.fingerprint}\0{data}\0{importlib.metadata.version('numpy')}\0".encode())
    own = (Path(__file__).parent.parent / "toolkit").glob("*.py")
    content = [assignment.checks_path, *assignment.hidden.rglob("*.py"), *assignment.solution.glob("*.py")]
    for file in sorted(own) + sorted(content):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]
