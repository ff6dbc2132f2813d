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
