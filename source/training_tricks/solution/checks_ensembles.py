"""Checks of ensembles: models that answer together, and how to get several out of one training."""

import numpy as np

from toolkit.checks import check, equal

MODULE = "ensembles"


def parameters(rng):
    """Return the parameters of a small model."""
    return {"W": rng.normal(size=(3, 4)), "b": rng.normal(size=4)}


class Bowl:
    """A loss with its minimum at `centre`, which remembers how far from it it was asked."""

    def __init__(self, rng):
        self.centre, self.curvature = parameters(rng), float(rng.uniform(0.5, 1.5))
        self.calls = 0

    def loss(self, params):
        self.calls += 1
        grads = {name: self.curvature * (params[name] - self.centre[name]) for name in self.centre}
        return float(sum(np.sum(grad**2) for grad in grads.values()) / (2 * self.curvature)), grads


def rows_of_snapshots(ensembles, rng, num_cycles, cycle_length, max_rate):
    """Return the snapshots of a run on a bowl, one row for each, and how often its loss was called."""
    bowl = Bowl(rng)
    snapshots = ensembles.snapshot_ensemble(bowl.loss, parameters(rng), num_cycles, cycle_length, max_rate)
    rows = {name: np.array([snapshot[name].ravel() for snapshot in snapshots]) for name in ("W", "b")}
    return {**rows, "calls": bowl.calls}


@check(MODULE, points=1)
def average_probabilities(ensembles, rng):
    """Class probabilities of three models, averaged"""
    return {"probabilities": ensembles.average_probabilities(list(2 * rng.normal(size=(3, 5, 4))))}


@check(MODULE, points=1, outputs={"labels": equal()})
def majority_vote(ensembles, rng):
    """The label that most of seven models give"""
    different = np.array([rng.permutation(10)[:5] for _ in range(30)])  # the first of them three times
    votes = rng.permuted(np.repeat(different, (3, 1, 1, 1, 1), axis=1), axis=1).T
    return {"labels": ensembles.majority_vote(list(votes))}


@check(MODULE, points=1.5, cell="polyak_average")
def polyak_average(ensembles, rng):
    """A running average over five updates"""
    average, averages = ensembles.PolyakAverage(decay=0.8), []
    for _ in range(5):
        average.update(parameters(rng))
        averages.append(average.params)
    return {name: np.array([params[name].ravel() for params in averages]) for name in ("W", "b")}


@check(MODULE, points=1.5, outputs={"calls": equal(guard=True)})
def snapshot_ensemble(ensembles, rng):
    """Three snapshots of a run with a cyclic learning rate"""
    return rows_of_snapshots(ensembles, rng, 3, 5, 0.4)


### BEGIN HIDDEN TESTS
@check(MODULE, points=0.5, cell="average_probabilities")
def average_probabilities_large(ensembles, rng):
    """Scores around 1,000 and -1,000"""
    signs = rng.permutation(np.array([[1, 1, 1, -1, -1, -1], [1, 1, -1, 1, -1, -1]]), axis=1)
    scores = rng.normal(size=(2, 6, 3)) + 1000 * signs[:, :, np.newaxis]
    return {"probabilities": ensembles.average_probabilities(list(scores))}


@check(MODULE, points=0.5, cell="majority_vote", outputs={"labels": equal()})
def majority_vote_ties(ensembles, rng):
    """Ties go to the smallest label"""
    pairs = np.sort(np.array([rng.choice(9, 2, replace=False) for _ in range(12)]), axis=1)
    votes = rng.permuted(np.repeat(pairs, 2, axis=1), axis=1).T  # two votes for each of two labels
    votes[:, :4] = np.sort(votes[:, :4], axis=0)[::-1]
    votes[:, 4:8] = np.sort(votes[:, 4:8], axis=0)
    return {"labels": ensembles.majority_vote(list(votes))}


@check(MODULE, points=0.5, cell="polyak_average", outputs={"given_afterwards": equal(guard=True)})
def polyak_average_usual_decay(ensembles, rng):
    """The decay that is used without another one; the given parameters are not changed"""
    average, given, afterwards = ensembles.PolyakAverage(), [], []
    for _ in range(3):
        given.append(parameters(rng)["W"])
        _, (params,) = average.update.with_args({"W": given[-1].copy()})
        afterwards.append(params["W"])
    return {
        "average": average.params["W"],
        "given_afterwards": bool(np.array_equal(given, afterwards)),
    }


@check(MODULE, points=0.5, cell="snapshot_ensemble", outputs={"calls": equal(guard=True)})
def snapshot_ensemble_short_cycles(ensembles, rng):
    """Four cycles of two steps"""
    return rows_of_snapshots(ensembles, rng, 4, 2, 0.7)


@check(
    MODULE,
    points=0.5,
    cell="snapshot_ensemble",
    outputs={"start_afterwards": equal(guard=True)},
)
def snapshot_ensemble_start(ensembles, rng):
    """The parameters it starts from are not changed"""
    start = parameters(rng)
    before = {name: array.copy() for name, array in start.items()}
    snapshots, arguments = ensembles.snapshot_ensemble.with_args(Bowl(rng).loss, start, 1, 3, 0.5)
    unchanged = all(np.array_equal(arguments[1][name], before[name]) for name in before)
    return {"bias": snapshots[0]["b"], "start_afterwards": bool(unchanged)}


### END HIDDEN TESTS
