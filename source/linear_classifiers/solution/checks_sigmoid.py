"""Checks of the two losses of a sigmoid."""

from toolkit.checks import check

MODULE = "sigmoid_losses"


@check(MODULE, points=0.5)
def squared_error_sigmoid(sigmoid_losses, rng):
    """Squared error of a sigmoid output, and its derivative"""
    loss, ds = sigmoid_losses.squared_error_sigmoid(rng.normal(0, 2, (3, 5)), rng.random((3, 5)))
    return {"loss": loss, "ds": ds}


@check(MODULE, points=0.5)
def cross_entropy_sigmoid(sigmoid_losses, rng):
    """Cross-entropy of a sigmoid output, and its derivative"""
    loss, ds = sigmoid_losses.cross_entropy_sigmoid(rng.normal(0, 2, (3, 5)), rng.random((3, 5)))
    return {"loss": loss, "ds": ds}


### BEGIN HIDDEN TESTS
@check(MODULE, points=0.25, cell="squared_error_sigmoid")
def squared_error_sigmoid_stable(sigmoid_losses, rng):
    """Squared error of a sigmoid output for very large and very negative scores"""
    s, t = rng.permutation([-1e4, -900.0, 900.0, 1e4]), rng.integers(0, 2, 4)
    loss, ds = sigmoid_losses.squared_error_sigmoid(s, t)
    return {"loss": loss, "ds": ds}


@check(MODULE, points=0.25, cell="cross_entropy_sigmoid")
def cross_entropy_sigmoid_stable(sigmoid_losses, rng):
    """Cross-entropy of a sigmoid output for very large and very negative scores"""
    s = rng.permutation([-1e4, -900.0, 900.0, 1e4])
    loss, ds = sigmoid_losses.cross_entropy_sigmoid(s, rng.permutation([0, 1, 0, 1]))
    return {"loss": loss, "ds": ds}


### END HIDDEN TESTS
