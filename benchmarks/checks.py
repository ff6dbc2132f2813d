"""What each check costs: CPU seconds of its probe on the reference, in a worker and around it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from autograder.collecting.collect import Submission
from autograder.confinement.finding import strongest
from autograder.confinement.remote import Worker
from autograder.course import find_course
from autograder.grade import Grader
from autograder.references import References, read_modules
from autograder.seeds import Seeds
from toolkit.checks import Check
from toolkit.probe import run_probe

LIMIT = 0.5
SEEDS = Seeds(b"the secret of the benchmarks")
HEAD = "| check | worker | grader | together |\n|---|---|---|---|"


@dataclass(frozen=True)
class Cost:
    """CPU seconds that one check takes in the worker, and in the process that asks and compares."""

    check: str
    worker: float
    grader: float

    @property
    def together(self) -> float:
        return self.worker + self.grader


def measure(assignment: str) -> list[Cost]:
    """Return the costs of all checks of an assignment but those of trained models, the slowest first."""
    found = find_course().assignment(assignment)
    with closing(strongest(found.packages).zygote) as zygote:
        references = References(found, SEEDS, zygote)
        return sorted(_costs(references), key=lambda cost: -cost.together)


def complete(assignment: str, repeats: int = 5) -> float:
    """Return the CPU seconds of the grader, its workers' apart, for one right submission without models."""
    found = find_course().assignment(assignment)
    modules = read_modules(found.solution)
    submission = Submission("student", modules, {}, (), None, "")
    with Grader(found, SEEDS) as grader:
        only = grader.references.checks.keys()
        grader.grade(submission, only)  # the references' outcomes are there now
        begun = time.process_time()
        for _ in range(repeats):
            grader.grade(submission, only)
        return (time.process_time() - begun) / repeats


def as_row(cost: Cost) -> str:
    """Return a row of the table; what is above half a second is marked."""
    mark = " **above 0.5 s**" if cost.together > LIMIT else ""
    columns = (f"{1000 * seconds:.1f} ms" for seconds in (cost.worker, cost.grader, cost.together))
    return f"| `{cost.check}`{mark} | " + " | ".join(columns) + " |"


def _costs(references: References) -> Iterator[Cost]:
    worker = Worker(references.zygote, {**references.files, **references.given})
    for check in references.checks.values():
        yield _cost(references, check, worker)
    worker.close()


def _cost(references: References, check: Check, worker: Worker) -> Cost:
    worker.allow(60)
    there, here = worker.session.clock(), time.process_time()
    outcome = run_probe(check, worker.session, references.seed(check))
    assert outcome.outputs is not None
    return Cost(check.name, worker.session.clock() - there, time.process_time() - here)
