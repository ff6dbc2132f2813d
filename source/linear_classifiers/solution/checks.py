"""What the checks of the linear_classifiers assignment share; the checks are in `checks_<topic>.py`."""

import numpy as np

from toolkit.checks import close, gradient, info, numeric_gradient

TOPICS = (
    "gradients",
    "svm",
    "softmax",
    "sigmoid",
    "optimization",
    "training",
    "hyperparameters",
    "questions",
    "models",
)
LOSS = close(rtol=1e-5, atol=1e-5)  # log(p + 1e-8) costs nothing where p is not small
LOSS_AND_GRADIENT = {
    "loss": LOSS,
    "dW": gradient(of="loss", numeric="dW_numeric"),
    "dW_numeric": info(),
}
UNCHANGED = {
    "loss": LOSS,
    "afterwards": close(guard=True),
}
PENALTY = {"penalty": close(), "penalty_gradient": close()}


def linear_problem(rng, N, D, C):
    """Return weights (D, C), examples (N, D) and labels (N,), where no margin is near the hinge's kink."""
    y = rng.permutation(np.arange(N) % C)
    while True:
        W, X = rng.normal(0, 1.5 / np.sqrt(D), (D, C)), rng.normal(0, 1, (N, D))
        scores = X @ W
        if np.abs(scores - scores[np.arange(N), y][:, np.newaxis] + 1).min() > 1e-3:
            return W, X, y


def loss_and_gradient(function, W, X, y, reg):
    """Return the loss, its gradient for W, and the numeric gradient of this same loss."""
    loss, dW = function(W, X, y, reg)
    return {
        "loss": loss,
        "dW": dW,
        "dW_numeric": numeric_gradient(lambda V: function(V, X, y, reg)[0], W),
    }


def penalty(function, W, X, y):
    """Return what reg = 0.3 adds to the loss and to the gradient."""
    loss, dW = function(W, X, y, 0.0)
    loss_penalized, dW_penalized = function(W, X, y, 0.3)
    return {"penalty": loss_penalized - loss, "penalty_gradient": dW_penalized - dW}


def afterwards(function, W, X, y):
    """Return the loss, and the arguments as they are after the call."""
    (loss, _), (W_afterwards, X_afterwards, y_afterwards, _) = function.with_args(W, X, y, 0.0)
    return {
        "loss": loss,
        "afterwards": {"W": W_afterwards, "X": X_afterwards, "y": y_afterwards},
    }


### BEGIN HIDDEN TESTS
def ten_classes(function, rng, N, D):
    """Return loss and gradient for ten classes, one of them without an example, with a penalty."""
    _, X, y = linear_problem(rng, N, D, 9)
    loss, dW = function(rng.normal(0, 1 / np.sqrt(D), (D, 10)), X, y, 0.3)
    return {"loss": loss, "dW": dW}


def larger_problem(rng):
    """Return weights (20, 10), examples (250, 20) and labels (250,)."""
    return rng.normal(size=(20, 10)), rng.normal(size=(250, 20)), rng.integers(10, size=250)


### END HIDDEN TESTS
