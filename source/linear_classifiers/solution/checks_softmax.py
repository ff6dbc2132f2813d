"""Checks of the softmax losses, their gradients and their stability."""

import numpy as np
from checks import (
    LOSS,
    LOSS_AND_GRADIENT,
    PENALTY,
    UNCHANGED,
    afterwards,
    linear_problem,
    loss_and_gradient,
    penalty,
)

from toolkit.checks import check, close

MODULE = "softmax"


@check(MODULE, points=1)
def softmax_probabilities(softmax, rng):
    """Probabilities from scores"""
    return {"probabilities": softmax.softmax_probabilities(rng.normal(0, 2, (7, 4)))}


@check(
    MODULE,
    points=1,
    cell="softmax_probabilities",
    outputs={name: close(atol=1e-12) for name in ("around_10000", "around_minus_10000", "apart_by_10000")},
)
def softmax_probabilities_stable(softmax, rng):
    """Probabilities from scores that are very large, very negative, or far apart"""
    scores = rng.normal(0, 2, (5, 3))
    return {
        "around_10000": softmax.softmax_probabilities(scores + 1e4),
        "around_minus_10000": softmax.softmax_probabilities(scores - 1e4),
        "apart_by_10000": softmax.softmax_probabilities(scores + rng.permutation([-1e4, 0.0, 1e4])),
    }


@check(MODULE, points=2, outputs=LOSS_AND_GRADIENT)
def softmax_loss_naive(softmax, rng):
    """Softmax loss and gradient with loops, without a penalty"""
    return loss_and_gradient(softmax.softmax_loss_naive, *linear_problem(rng, 7, 4, 3), 0.0)


@check(MODULE, points=1, cell="softmax_loss_naive", outputs=PENALTY)
def softmax_naive_penalty(softmax, rng):
    """What the penalty adds to the loss and to the gradient (with loops)"""
    return penalty(softmax.softmax_loss_naive, *linear_problem(rng, 6, 5, 4))


@check(MODULE, points=2, outputs=LOSS_AND_GRADIENT)
def softmax_loss_vectorized(softmax, rng):
    """Softmax loss and gradient without loops, without a penalty"""
    return loss_and_gradient(softmax.softmax_loss_vectorized, *linear_problem(rng, 6, 3, 4), 0.0)


@check(MODULE, points=1, cell="softmax_loss_vectorized", outputs=PENALTY)
def softmax_vectorized_penalty(softmax, rng):
    """What the penalty adds to the loss and to the gradient (without loops)"""
    return penalty(softmax.softmax_loss_vectorized, *linear_problem(rng, 7, 6, 3))


@check(MODULE, points=0.5)
def softmax_jacobian(softmax, rng):
    """Derivatives of the probabilities for the scores"""
    return {"jacobian": softmax.softmax_jacobian(rng.dirichlet(np.ones(5)))}


@check(MODULE, points=1, outputs={"loss": LOSS})
def softmax_gradients(softmax, rng):
    """Softmax loss of X W + b and its gradients for W, X and b"""
    W, X, y = linear_problem(rng, 8, 5, 3)
    loss, dW, dX, db = softmax.softmax_gradients(W, X, rng.normal(size=3), y)
    return {"loss": loss, "dW": dW, "dX": dX, "db": db}


### BEGIN HIDDEN TESTS
from checks import larger_problem, ten_classes  # noqa: E402

from toolkit.checks import cpu, faster, info  # noqa: E402


def with_scores(rng, scores):
    """Return weights (N + 1, C) and examples (N, N + 1) that have the given scores (N, C), exactly."""
    W = np.vstack([scores, rng.normal(size=scores.shape[1])])
    return W, np.eye(len(scores), len(scores) + 1)


def far_behind(rng, gap):
    """Return weights, examples and labels where the correct class is `gap` behind the best, at 0."""
    scores, y = -rng.uniform(0.5, 3, (6, 4)), rng.integers(0, 4, 6)
    scores[np.arange(6), (y + 1) % 4] = 0
    scores[np.arange(6), y] = -gap - rng.random(6)
    return *with_scores(rng, scores), y


def around(rng, middle):
    """Return weights, examples and labels with scores around `middle`, of every class similar."""
    scores = middle + rng.integers(-24, 25, (7, 5)) / 8  # exact in floating point
    return *with_scores(rng, scores), rng.integers(0, 5, 7)


def large_scores(function, rng):
    """Return loss and gradient for scores around 10,000, which overflow if they are not shifted."""
    loss, dW = function(*around(rng, 1e4), 0.0)
    return {"loss": loss, "dW": dW}


def far_scores(function, rng):
    """Return losses where the probability of the correct class is 0 in floating point."""
    return {
        "behind_by_800": function(*far_behind(rng, 800.0), 0.0)[0],
        "behind_by_10000": function(*far_behind(rng, 1e4), 0.0)[0],
    }


@check(MODULE, points=1, cell="softmax_loss_naive", outputs={"loss": LOSS})
def softmax_naive_ten_classes(softmax, rng):
    """Softmax loss and gradient with loops for ten classes, with a penalty"""
    return ten_classes(softmax.softmax_loss_naive, rng, 14, 6)


@check(MODULE, points=0.5, cell="softmax_loss_naive", outputs={"loss": LOSS})
def softmax_naive_large_scores(softmax, rng):
    """Softmax loss with loops for scores around 10,000"""
    return large_scores(softmax.softmax_loss_naive, rng)


@check(MODULE, points=0.5, cell="softmax_loss_naive")
def softmax_naive_far_scores(softmax, rng):
    """Softmax loss with loops where the correct score is far behind"""
    return far_scores(softmax.softmax_loss_naive, rng)


@check(MODULE, points=0.25, cell="softmax_loss_naive", outputs=UNCHANGED)
def softmax_naive_unchanged(softmax, rng):
    """The loss with loops changes neither weights nor data"""
    return afterwards(softmax.softmax_loss_naive, *linear_problem(rng, 6, 5, 3))


@check(MODULE, points=1, cell="softmax_loss_vectorized", outputs={"loss": LOSS})
def softmax_vectorized_ten_classes(softmax, rng):
    """Softmax loss and gradient without loops for ten classes, with a penalty"""
    return ten_classes(softmax.softmax_loss_vectorized, rng, 15, 7)


@check(MODULE, points=0.5, cell="softmax_loss_vectorized", outputs={"loss": LOSS})
def softmax_vectorized_large_scores(softmax, rng):
    """Softmax loss without loops for scores around 10,000"""
    return large_scores(softmax.softmax_loss_vectorized, rng)


@check(MODULE, points=0.5, cell="softmax_loss_vectorized")
def softmax_vectorized_far_scores(softmax, rng):
    """Softmax loss without loops where the correct score is far behind"""
    return far_scores(softmax.softmax_loss_vectorized, rng)


@check(MODULE, points=0.25, cell="softmax_loss_vectorized", outputs=UNCHANGED)
def softmax_vectorized_unchanged(softmax, rng):
    """The loss without loops changes neither weights nor data"""
    return afterwards(softmax.softmax_loss_vectorized, *linear_problem(rng, 5, 6, 3))


@check(
    MODULE,
    points=0.75,
    cell="softmax_loss_vectorized",
    outputs={"losses": LOSS, "vectorized": faster(times=2.5, than="naive"), "naive": info()},
    alone=True,
    partial=False,
)
def softmax_vectorized_cpu(softmax, rng):
    """Without loops at least 2.5 times less CPU time than with loops"""
    vectorized, losses = cpu(lambda: softmax.softmax_loss_vectorized(*larger_problem(rng), 0.0)[0])
    naive, _ = cpu(lambda: softmax.softmax_loss_naive(*larger_problem(rng), 0.0)[0])
    return {"losses": losses, "vectorized": vectorized, "naive": naive}


### END HIDDEN TESTS
