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
