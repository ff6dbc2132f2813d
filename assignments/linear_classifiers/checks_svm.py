"""Checks of the support vector machine's losses."""

import numpy as np
from checks import (
    LOSS_AND_GRADIENT,
    PENALTY,
    UNCHANGED,
    afterwards,
    linear_problem,
    loss_and_gradient,
    penalty,
)

from toolkit.checks import check, close, cpu, faster, gradient, info, numeric_gradient

MODULE = "linear_svm"


@check(MODULE, points=2, outputs=LOSS_AND_GRADIENT)
def svm_loss_naive(svm, rng):
    """SVM loss and gradient with loops, without a penalty"""
    return loss_and_gradient(svm.svm_loss_naive, *linear_problem(rng, 7, 4, 3), 0.0)


@check(MODULE, points=1, cell="svm_loss_naive", outputs=PENALTY)
def svm_naive_penalty(svm, rng):
    """What the penalty adds to the loss and to the gradient (with loops)"""
    return penalty(svm.svm_loss_naive, *linear_problem(rng, 6, 5, 4))


@check(MODULE, points=2, outputs=LOSS_AND_GRADIENT)
def svm_loss_vectorized(svm, rng):
    """SVM loss and gradient without loops, without a penalty"""
    return loss_and_gradient(svm.svm_loss_vectorized, *linear_problem(rng, 6, 3, 4), 0.0)


@check(MODULE, points=1, cell="svm_loss_vectorized", outputs=PENALTY)
def svm_vectorized_penalty(svm, rng):
    """What the penalty adds to the loss and to the gradient (without loops)"""
    return penalty(svm.svm_loss_vectorized, *linear_problem(rng, 7, 6, 3))


@check(MODULE, points=1.5, outputs=LOSS_AND_GRADIENT)
def squared_hinge_loss(svm, rng):
    """Squared hinge loss and gradient, without a penalty"""
    return loss_and_gradient(svm.squared_hinge_loss, *linear_problem(rng, 8, 4, 3), 0.0)


@check(MODULE, points=0.5, cell="squared_hinge_loss", outputs=PENALTY)
def squared_hinge_penalty(svm, rng):
    """What the penalty adds to the squared hinge loss and to its gradient"""
    return penalty(svm.squared_hinge_loss, *linear_problem(rng, 6, 5, 4))


@check(MODULE, points=0.5)
def L_i(svm, rng):
    """SVM loss of single examples"""
    W, X, y = linear_problem(rng, 6, 5, 4)
    return {"losses": [svm.L_i(X[i], int(y[i]), W) for i in range(6)]}


@check(
    MODULE,
    points=1,
    outputs={
        "loss": close(),
        "dw": gradient(of="loss", numeric="dw_numeric"),
        "dw_numeric": info(),
    },
)
def binary_svm_loss(svm, rng):
    """Binary SVM loss and gradient"""
    w, X, order = rng.normal(size=5), rng.normal(size=(9, 5)), rng.permutation(9)
    y = np.tile([-1, 1], 5)[order]
    products = y * np.linspace(-1.9, 3.1, 9)[order]  # margins of both labels are met and not, none is near 1
    X += np.outer(products - X @ w, w) / (w @ w)  # now X @ w = products
    loss, dw = svm.binary_svm_loss(w, X, y, 2.5)
    dw_numeric = numeric_gradient(lambda v: svm.binary_svm_loss(v, X, y, 2.5)[0], w)
    return {"loss": loss, "dw": dw, "dw_numeric": dw_numeric}
