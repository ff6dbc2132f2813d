"""Rank the models of a challenge, their authors under pseudonyms unless names are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from autograder.seeds import Seeds

QUALITIES = """
    amber azure brave bright brisk calm clever coral crimson curious daring eager early fair gentle golden
    hazel humble ivory jade jolly keen kind lively lucky lunar mellow merry misty modest noble olive
    patient pearly plucky polite proud quick quiet ready robust rosy ruby rustic scarlet serene sharp silent
    silver sleek snowy solar steady stellar sturdy subtle sunny swift tidy tranquil vivid warm witty
""".split()
BIRDS = """
    avocet bittern bunting buzzard crane crow cuckoo curlew dipper dotterel dove duck dunlin eagle egret
    falcon finch gannet godwit goose grebe grouse gull harrier heron hobby hoopoe ibis jackdaw jay kestrel
    kite knot lapwing lark linnet magpie mallard martin merlin nightjar oriole osprey owl petrel pipit plover
    puffin quail rail raven robin rook ruff shrike siskin snipe sparrow starling stork swallow swan swift tern
""".split()


@dataclass(frozen=True)
class Entry:
    """A model that takes part: whose it is, and its accuracy on so many images."""

    student: str
    accuracy: float
    images: int


@dataclass(frozen=True)
class Place:
    """One line: rank (equal accuracies share one), who, accuracy, and its standard error.

    `near` says that the distance from the best is less than two standard errors of a difference.
    """

    rank: int
    who: str
    accuracy: float
    error: float
    near: bool


def leaderboard(entries: Iterable[Entry], assignment: str, seeds: Seeds, names: bool = False) -> list[Place]:
    """Return the models of a class, the best first.

    Parameters
    ----------
    entries : iterable of Entry
    assignment : str
    seeds : Seeds
        Where pseudonyms come from: the same in each report of a course, and nobody without its secret can
        tell whose they are.
    names : bool
        Show the students' ids instead.
    """
    order = sorted(entries, key=lambda entry: (-entry.accuracy, entry.student))
    values = np.array([entry.accuracy for entry in order])
    errors = np.sqrt(values * (1 - values) / np.array([max(entry.images, 1) for entry in order]))
    near = values >= values.max(initial=0.0) - 2 * np.hypot(errors, errors[:1].sum())
    ranks = 1 + np.searchsorted(-values, -values)
    return [
        Place(
            int(rank),
            entry.student if names else pseudonym(seeds, assignment, entry.student),
            entry.accuracy,
            float(error),
            bool(close),
        )
        for rank, entry, error, close in zip(ranks, order, errors, near, strict=True)
    ]


def pseudonym(seeds: Seeds, assignment: str, student: str) -> str:
    """Return what a student is called on the leaderboard: a quality, a bird and three digits."""
    number = seeds.seed(assignment, f"pseudonym of {student}")
    number, quality = divmod(number, len(QUALITIES))
    number, bird = divmod(number, len(BIRDS))
    return f"{QUALITIES[quality]} {BIRDS[bird]} {number % 1000:03}"
