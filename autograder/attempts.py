"""Run probes on one submission in workers: one worker for all checks, a fresh one where it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from autograder.collecting.collect import Submission
from autograder.collecting.packages import file_of
from autograder.confinement.confine import MEMORY_LIMIT
from autograder.confinement.remote import Worker
from autograder.references import References
from toolkit.checks import Check
from toolkit.errors import GraderError, LostError, SubmissionError
from toolkit.module import Given, Session
from toolkit.probe import Outcome, run_probe

PATIENCE = 20.0
SHORTEST = 3.0
CROSSING = 5.0  # times as long if callees are answered by another process


class Attempts:
    """The workers of one submission; use it as a context manager, so that none is left behind.

    Modules that students are given complete are ours, whatever was handed in under their names.
    """

    def __init__(self, references: References, submission: Submission) -> None:
        self.references = references
        self.files = {**submission.files, **references.given}
        self.shared: Worker | None = None
        self.hung_modules: dict[str, Outcome] = {}
        self.hung_cells: set[str] = set()

    def __enter__(self) -> Attempts:
        return self

    def __exit__(self, *_: object) -> None:
        if self.shared is not None:
            with suppress(GraderError):
                self.shared.close()
            self.shared = None

    def attempt(self, check: Check) -> Outcome:
        """Run one probe; what timed out is tried once more alone, unless its cell or module hung before."""
        if check.module in self.hung_modules:
            return self.hung_modules[check.module]
        outcome = self._once(check, check.alone)
        if outcome.status == "timed_out" and check.cell not in self.hung_cells:
            outcome = self._once(check, alone=True)
            if outcome.status == "timed_out" and outcome.shapes:
                self.hung_cells.add(check.cell)
            elif outcome.status == "timed_out":
                self.hung_modules[check.module] = outcome
        return outcome

    def with_reference(self, check: Check) -> Outcome:
        """Run one probe in a fresh worker in which the check's callees are answered by the reference.

        The reference answers from a worker of its own, since what it is asked comes from the submission.
        A module of callees that cannot be imported is taken as empty.
        """
        teacher = Worker(self.references.zygote, self.references.files)
        try:
            teacher.allow(2 * CROSSING * self._patience(check))
            given = _answers(teacher.session, check.callees)
            outcome = self._once(check, alone=True, given=given)
            if outcome.outputs is None and not outcome.lost:
                emptied = {file_of(self.files, f"{module}.py"): b"" for module in check.callees}
                again = self._once(check, alone=True, given=given, files={**self.files, **emptied})
                outcome = outcome if again.outputs is None else again
            return outcome
        finally:
            teacher.close()

    def _patience(self, check: Check) -> float:
        return max(SHORTEST, PATIENCE * self.references.reference(check).seconds)

    def _once(
        self, check: Check, alone: bool, given: Given | None = None, files: Mapping[str, bytes] | None = None
    ) -> Outcome:
        worker = None if alone else self.shared
        if not alone:
            self.shared = None
        if worker is None:
            worker = Worker(self.references.zygote, files or self.files)
        outcome = None
        try:
            worker.allow(self._patience(check) * (CROSSING if given else 1))
            shapes = self.references.reference(check).shapes
            outcome = run_probe(check, worker.session, self.references.seed(check), shapes, given)
            outcome = _with_memory(outcome, worker)
        finally:
            if alone or outcome is None or outcome.lost:
                worker.close()
            else:
                self.shared = worker
        return outcome


def _answers(reference: Session, callees: Mapping[str, tuple[str, ...]]) -> Given:
    """Return functions that hand their arguments to the reference's of the same module and name."""
    reference.start(0)

    def answering(module: str, name: str) -> Callable[..., Any]:
        def answer(*arguments: Any, **keywords: Any) -> Any:
            try:
                return getattr(reference.module(module), name)(*arguments, **keywords)
            except LostError as error:
                raise SubmissionError("failed", f"{name}, answered by us, was lost: {error}") from None

        return answer

    return {module: {name: answering(module, name) for name in names} for module, names in callees.items()}


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
