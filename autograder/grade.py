"""Grade one submission: run every probe on it in a worker, compare with the reference, name mistakes."""

from __future__ import annotations

import hashlib
import importlib.metadata
import time
from collections.abc import Collection, Mapping
from dataclasses import InitVar, dataclass, field, replace
from pathlib import Path

from autograder import results
from autograder.attempts import Attempts
from autograder.collecting.collect import Submission
from autograder.confinement.finding import strongest
from autograder.confinement.zygote import Zygote
from autograder.course import Assignment, Course, CourseError
from autograder.leaderboard import pseudonym
from autograder.references import References, data_for
from autograder.results import CheckResult, Result
from autograder.seeds import Seeds
from autograder.trained_models import TrainedModels
from toolkit.checks import Check
from toolkit.comparison import Verdict
from toolkit.errors import GraderError
from toolkit.model_checks import ModelCheck
from toolkit.probe import Outcome
from toolkit.table import clean
from toolkit.verdict import judge

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
        data = data_for({**self.references.checks, **self.references.models})
        self.models = TrainedModels(self.references, data)
        self.dataset = data.name if data else "none"
        self.fingerprint = _fingerprint(self.assignment, self.seeds, self.models.data_digest)

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_: object) -> None:
        self.zygote.close()

    def grade(self, submission: Submission, only: Collection[str] | None = None) -> Result:
        """Return the results of all checks of the assignment (or of those named), in their order."""
        begun = time.perf_counter()
        every = {**self.references.checks, **self.references.models}
        declared = {name: check for name, check in every.items() if only is None or name in only}
        with Attempts(self.references, submission) as attempts:
            # What hidden checks pass in could be kept in the worker, and shown by a public check's message.
            public_first = sorted(declared.values(), key=lambda check: check.hidden)
            done = {check.name: self._check(attempts, check, submission) for check in public_first}
            checks = [self._carried(attempts, check, done) for check in declared.values()]
        return Result(
            assignment=self.assignment.name,
            student=submission.student,
            submission=submission.digest,
            isolation=self.zygote.confinement.level,
            dataset=self.dataset,
            score=round(sum(c.score for c in checks), 4),
            max_score=round(sum(c.points for c in checks if not c.optional), 4),
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

    def _check(self, attempts: Attempts, check: Check, submission: Submission) -> CheckResult:
        try:
            if isinstance(check, ModelCheck):
                verdict, mistake = self.models.judge(check, submission.models.get(check.module), attempts)
                if check.optional and verdict.accuracy is not None:
                    alias = pseudonym(self.seeds, self.assignment.name, submission.student)
                    said = f"on the leaderboard you are called {alias}"
                    verdict = replace(verdict, messages=(*verdict.messages, said))
                return self._result(check, verdict, mistake, Outcome({}))
            outcome = attempts.attempt(check)
            verdict, mistake = self._judge(check, outcome)
            for _ in range(RETRIES if check.timed and outcome.outputs is not None else 0):
                if verdict.status != "passed":  # another process may have been in the way
                    outcome = attempts.attempt(check)
                    verdict, mistake = self._judge(check, outcome)
        except Exception as error:
            verdict, mistake, outcome = _grader_error(error)
        return self._result(check, verdict, mistake, outcome)

    def _carried(self, attempts: Attempts, check: Check, done: Mapping[str, CheckResult]) -> CheckResult:
        """Try a check again with its callees answered by the reference, if one of them is wrong."""
        result = done[check.name]
        wrong = {(r.module, r.cell) for r in done.values() if r.score < r.points or r.status != "passed"}
        own = [name for module, names in check.callees.items() for name in names if (module, name) in wrong]
        if not own or result.status in ("passed", "grader_error"):
            return result
        try:
            outcome = attempts.with_reference(check)
            verdict, mistake = self._judge(check, outcome)
        except Exception as error:
            verdict, mistake, outcome = _grader_error(error)
        if verdict.share * check.points <= result.score and verdict.status != "grader_error":
            return result
        words = "right" if verdict.status == "passed" else verdict.status
        note = f"{words}, given your {' and '.join(own)}: tried again with ours in their place"
        verdict = replace(verdict, messages=(note, *verdict.messages))
        return self._result(check, verdict, mistake, outcome)

    def _judge(self, check: Check, outcome: Outcome) -> tuple[Verdict, str | None]:
        references = self.references
        reference = references.reference(check)
        return judge(check, reference, outcome, lambda: references.known(check), references.keeps)

    def _result(self, check: Check, verdict: Verdict, mistake: str | None, outcome: Outcome) -> CheckResult:
        return CheckResult(
            name=check.name,
            cell=check.cell,
            title=check.title,
            module=check.module,
            points=check.points,
            score=round(check.points * verdict.share, 4),
            status=verdict.status,
            mistake=mistake,
            hint=self.references.hints[mistake] if mistake else None,
            messages=[clean(line[:MESSAGE_LIMIT]) for line in verdict.messages],
            seconds=round(outcome.seconds, 4),
            hidden=check.hidden,
            optional=check.optional,
            accuracy=verdict.accuracy,
            images=verdict.images,
        )


def grade_submission(grader: Grader, course: Course, submission: Submission, force: bool = False) -> Result:
    """Grade a collected submission and write its result, or return the one on disk that is still right."""
    old = results.read(results.path(course, grader.assignment.name, submission.student))
    if old is not None and not force and grader.is_current(old, submission):
        return old
    result = grader.grade(submission)
    results.write(course, result)
    return result


def _grader_error(error: Exception) -> tuple[Verdict, None, Outcome]:
    text = str(error) if isinstance(error, CourseError | GraderError) else f"{type(error).__name__}: {error}"
    return Verdict("grader_error", 0.0, (text,)), None, Outcome(None, "grader_error", text)


def _fingerprint(assignment: Assignment, seeds: Seeds, data: str) -> str:
    """Name everything that a result depends on besides the submission."""
    total = hashlib.sha256(f"{seeds.fingerprint}\0{data}\0{importlib.metadata.version('numpy')}\0".encode())
    own = (Path(__file__).parent.parent / "toolkit").glob("*.py")
    content = [*assignment.hidden.rglob("*.py"), *assignment.solution.glob("*.py")]
    for file in sorted(own) + sorted(content):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]
