"""Checks of the first loss, and of learning a few examples by heart (with a stand-in for the model)."""

import numpy as np

from toolkit.checks import check, close, equal


class StandIn:
    """Answers in place of a model: a softmax classifier without bias, whose weights the submission changes.

    A function can carry attributes, so the graded function itself stands in for the model, too: it
    carries `params`, `loss` and, if wanted, `reg`.

    Attributes
    ----------
    batches : list of tuples
        Inputs and labels of every call that asked for a loss.
    regs : list of float
        `reg` at these calls.
    """

    def __init__(self, sanity, W, strength=0.0):
        self.model, self.batches, self.regs = sanity.overfit_small_batch, [], []
        self.model.params, self.model.loss = {"W": W}, self.loss
        self.has_reg = strength is not None
        if self.has_reg:
            self.model.reg = strength

    def loss(self, X, y=None):
        """Return scores; or, with labels, the loss and the gradient."""
        W = np.asarray(self.model.params["W"])
        scores = np.asarray(X) @ W
        if y is None:
            return scores
        reg = float(self.model.reg) if self.has_reg else 0.0
        self.batches.append((np.asarray(X), np.asarray(y)))
        self.regs.append(reg)
        target = np.eye(W.shape[1])[np.asarray(y)]
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = np.asarray(X).T @ (np.exp(logs) - target) / len(target)
        return -np.sum(target * logs) / len(target) + reg * np.sum(W * W), {"W": slope + 2 * reg * W}

    def train(self, X, y, *options):
        """Have the submission train it, and return the history."""
        return self.model(self.model, X, y, *options)


def examples(rng, count):
    """Return examples of four classes that a linear classifier can learn by heart, but not at once."""
    y = rng.permutation(np.arange(count) % 4)
    X = rng.normal(size=(count, 40)) + 0.3
    return X, y


@check("sanity", points=0.5)
def expected_initial_loss(sanity, rng):
    """The first loss of softmax and SVM with ten classes"""
    return {kind: sanity.expected_initial_loss(kind, 10) for kind in ("softmax", "svm")}


@check("sanity", points=1.5, outputs={"W": close(rtol=1e-6)})
def overfit_small_batch(sanity, rng):
    """Gradient descent on 20 examples until all of them are right"""
    W, (X, y) = 0.1 * rng.normal(size=(40, 4)), examples(rng, 20)
    W[:, y[0]] -= 20 * X[0] / np.sum(X[0] ** 2)  # the first example is right long after the others
    stand_in = StandIn(sanity, W)
    history = stand_in.train(X, y, 0.3, 20, 100)
    return {
        "loss_history": history["loss_history"],
        "acc_history": history["acc_history"],
        "W": stand_in.model.params["W"],
    }


@check(
    "sanity",
    points=0.75,
    cell="overfit_small_batch",
    outputs={"reg_afterwards": equal(guard=True), "highest_reg": equal()},
)
def overfit_small_batch_reg(sanity, rng):
    """The penalty is off while the examples are learned, and on again afterwards"""
    stand_in = StandIn(sanity, 0.1 * rng.normal(size=(40, 4)), strength=0.25)
    stand_in.train(*examples(rng, 20), 0.1, 20, 60)
    return {"highest_reg": max(stand_in.regs), "reg_afterwards": stand_in.model.reg}


### BEGIN HIDDEN TESTS
@check("sanity", points=0.5, cell="expected_initial_loss")
def expected_initial_loss_margin(sanity, rng):
    """The first loss with other numbers of classes and other margins, and of the squared hinge"""
    margin = float(rng.uniform(2, 3))
    return {
        "softmax": sanity.expected_initial_loss("softmax", 37),
        "svm": sanity.expected_initial_loss("svm", 6, margin),
        "squared_svm": sanity.expected_initial_loss("squared_svm", 7, margin),
    }


@check("sanity", points=0.75, cell="overfit_small_batch", outputs={"batch_shapes": equal(guard=True)})
def overfit_small_batch_few(sanity, rng):
    """Only the first examples are used, with their labels, in every step"""
    X, y = examples(rng, 31)
    stand_in = StandIn(sanity, 0.1 * rng.normal(size=(40, 4)))
    stand_in.train(X, y, 0.1, 13, 60)
    return {
        "last_batch": stand_in.batches[-1][0],
        "last_labels": stand_in.batches[-1][1],
        "batch_shapes": [X.shape for X, _ in stand_in.batches],
    }


@check("sanity", points=0.5, cell="overfit_small_batch")
def overfit_small_batch_gives_up(sanity, rng):
    """Two equal examples with different labels cannot be learned; this model has no penalty"""
    X, y = examples(rng, 20)
    X[1], y[:2] = X[0], [0, 1]
    stand_in = StandIn(sanity, 0.1 * rng.normal(size=(40, 4)), strength=None)
    history = stand_in.train(X, y, 0.5, 20, 17)
    return {name: history[name] for name in ("loss_history", "acc_history")}


### END HIDDEN TESTS
