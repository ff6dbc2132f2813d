"""Checks of stochastic gradient descent and of predicting."""

import numpy as np

from toolkit.checks import check, close, equal

MODULE = "linear_classifier"


class Batches:
    """A stand-in for `loss`, which remembers the minibatches that it was asked about.

    The first feature of example i of `X` is i. Losses and gradients are drawn beforehand, one for each
    minibatch, and do not depend on it: whatever examples are drawn, exact training ends at the same weights.
    """

    def __init__(self, rng, N, D, C, num_iters):
        self.X, self.y = rng.normal(size=(N, D)), rng.permutation(np.arange(N) % C)
        self.X[:, 0] = np.arange(N)
        self.losses, self.gradients = rng.uniform(1, 9, num_iters), rng.normal(size=(num_iters, D, C))
        self.examples, self.right, self.regs = [], [], []

    def loss(self, X, y, reg):
        step, rows = len(self.examples) % len(self.losses), np.array(X[:, 0]).astype(int)
        self.examples.append(rows)
        self.right.append(bool(np.array_equal(self.X[rows], X) and np.array_equal(self.y[rows], y)))
        self.regs.append(reg)
        return self.losses[step], self.gradients[step]

    def trained(self, classifier, W, **options):
        """Return a classifier trained from W with this loss, and the history of its losses."""
        model = classifier.LinearClassifier()
        model.W, model.loss = W, self.loss
        return model, model.train(self.X, self.y, num_iters=len(self.losses), **options)


@check(
    MODULE,
    points=2.5,
    outputs={"W": close(), "loss_history": close()}
    | dict.fromkeys(("batch_sizes", "rows_and_labels_belong_together", "reg"), equal()),
)
def train(classifier, rng):
    """Seven exact steps of stochastic gradient descent from given weights"""
    batches = Batches(rng, 40, 5, 3, 7)
    options = {"learning_rate": 0.3, "reg": 0.25, "batch_size": 11}
    model, history = batches.trained(classifier, rng.normal(size=(5, 3)), **options, rng=rng)
    return {
        "W": model.W,
        "loss_history": history,
        "batch_sizes": [len(rows) for rows in batches.examples],
        "rows_and_labels_belong_together": batches.right,
        "reg": batches.regs,
    }


@check(MODULE, points=0.5, outputs={"y_pred": equal()})
def predict(classifier, rng):
    """The class with the largest score"""
    model = classifier.LinearClassifier()
    model.W = rng.normal(size=(5, 3))
    return {"y_pred": model.predict(rng.normal(size=(20, 5)))}


def loss_of(model, rng):
    """Return loss and gradient that a model gives for data of three classes."""
    model.W = rng.normal(size=(5, 3))
    loss, dW = model.loss(rng.normal(size=(8, 5)), rng.integers(3, size=8), 0.3)
    return {"loss": loss, "dW": dW}


@check(MODULE, points=0.5, callees={"linear_svm": ("svm_loss_vectorized",)})
def LinearSVM(classifier, rng):
    """The loss of a linear SVM is the SVM loss of its weights"""
    return loss_of(classifier.LinearSVM(), rng)


@check(MODULE, points=0.5, callees={"softmax": ("softmax_loss_vectorized",)})
def Softmax(classifier, rng):
    """The loss of a softmax classifier is the softmax loss of its weights"""
    return loss_of(classifier.Softmax(), rng)
