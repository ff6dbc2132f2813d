"""How often a right, tuned model would miss full points: many trainings, scored as the grader scores them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.stats import nct, norm

from autograder.course import Assignment, Course, find_course
from autograder.hidden_images import hidden_images
from autograder.references import read_modules
from autograder.training import MODULE, our_features, our_model
from benchmarks import students
from toolkit.data import load_cifar10, provide
from toolkit.installation import Installed
from toolkit.model_checks import ModelCheck
from toolkit.modules import Modules
from toolkit.trained_model import read_model

SPLITS = 10
CONTENT, CONFIDENCE = 0.99, 0.95


@dataclass(frozen=True)
class Calibration:
    """Accuracies of one model's trainings on several hidden splits, and what follows for its `full`.

    Attributes
    ----------
    accuracies : float (runs, splits)
    reference : float (splits,)
        The accuracy of the reference's model on the same images.
    seconds : float (runs,)
        CPU time of each training.
    """

    check: ModelCheck
    accuracies: np.ndarray
    reference: np.ndarray
    seconds: np.ndarray

    @property
    def ratios(self) -> np.ndarray:
        return self.accuracies / self.reference

    @property
    def missed(self) -> float:
        """The share of runs and splits below `full`."""
        return float(np.mean(self.ratios < self.check.full))

    @property
    def expected_missed(self) -> float:
        """The same for a normal distribution of the same mean and standard deviation."""
        return float(norm.cdf(self.check.full, self.ratios.mean(), self.ratios.std(ddof=1)))

    @property
    def bound(self) -> float:
        """What 99 of 100 runs exceed, with 95 % confidence: a one-sided normal tolerance bound."""
        runs = len(self.ratios)
        factor = nct.ppf(CONFIDENCE, runs - 1, np.sqrt(runs) * norm.ppf(CONTENT)) / np.sqrt(runs)
        return float(self.ratios.mean() - factor * self.ratios.std(ddof=1))


def measure(runs: int, only: str, log: Callable[[str], None]) -> Iterator[Calibration]:
    """Yield what `runs` trainings of each model give (or of the model `only`)."""
    course = find_course()
    data = provide()
    for name in course.assignments_with_checks():
        assignment = course.assignment(name)
        for check in assignment.checks().values():
            if isinstance(check, ModelCheck) and only in ("", check.name):
                yield _measured(course, assignment, check, data, runs, log)


def as_row(found: Calibration) -> str:
    """Return a row of the table in `docs/calibration.md`."""
    ratios = found.ratios
    return (
        f"| {found.check.module} | {len(ratios)} | {found.reference.mean():.3f} | "
        f"{found.accuracies.mean():.3f} ± {found.accuracies.mean(axis=1).std(ddof=1):.3f} | "
        f"{ratios.mean():.3f} ± {ratios.std(ddof=1):.3f} | {ratios.min():.3f} | {found.bound:.3f} | "
        f"{found.check.full:g} | {found.missed:.1%} | {found.expected_missed:.1e} | "
        f"{found.seconds.mean():.0f} s |"
    )


HEAD = (
    "| model | runs | reference | students | share of the reference's | least | 99 of 100 exceed | `full` "
    "| missed | expected | CPU time |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def _measured(
    course: Course,
    assignment: Assignment,
    check: ModelCheck,
    data: Installed,
    runs: int,
    log: Callable[[str], None],
) -> Calibration:
    splits = [hidden_images(data, seed) for seed in range(SPLITS)]
    features = partial(our_features, assignment, check)
    inputs = [features(split.images) if check.features else split.images for split in splits]

    def scored(arrays: students.Arrays) -> list[float]:
        return [
            check.accuracy(arrays, given, split.labels) for given, split in zip(inputs, splits, strict=True)
        ]

    reference = read_model(our_model(assignment, check, data), check.module, check.shapes)
    given = (assignment.hidden / "reference" / f"{MODULE}.py").read_bytes()
    images = load_cifar10(num_test=0, num_dev=0)
    accuracies, seconds = [], []
    with Modules(read_modules(assignment.solution) | {f"{MODULE}.py": given}) as modules:
        for run in range(runs):
            begun = time.process_time()
            arrays = getattr(students, check.name)(images, np.random.default_rng([run, 2024]), modules.load)
            seconds.append(time.process_time() - begun)
            accuracies.append(scored(arrays))
            log(f"{check.name} {run + 1}/{runs}: {np.mean(accuracies[-1]):.4f} in {seconds[-1]:.0f} s")
    return Calibration(check, np.array(accuracies), np.array(scored(reference.arrays)), np.array(seconds))
