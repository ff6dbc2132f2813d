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


### BEGIN HIDDEN TESTS
@check(MODULE, points=1, cell="train", outputs={"all_examples_are_drawn": equal(), "batches_differ": equal()})
def train_draws_from_all(classifier, rng):
    """Minibatches come from the whole training set, each time others

    Of 50 examples at least 45 are in one of 40 batches of 10 (each is left out with probability 0.98 ** 400 =
    3e-4, six or more less than once in 1e12 times), and at least 38 batches hold different examples.
    """
    batches = Batches(rng, 50, 3, 4, 40)
    batches.trained(classifier, np.zeros((3, 4)), batch_size=10, rng=rng)
    seen = {int(row) for rows in batches.examples for row in rows}
    different = {tuple(sorted(rows.tolist())) for rows in batches.examples}
    return {"all_examples_are_drawn": len(seen) >= 45, "batches_differ": len(different) >= 38}


@check(MODULE, points=0.5, cell="train", outputs={"shape": equal(), "standard_deviation": close(rtol=0.5)})
def train_initial_weights(classifier, rng):
    """Training begins with small random weights, for all classes up to the largest label

    Their standard deviation has a standard error of 5 %, so that those of two such sets of 200 differ by half
    of it less than once in 1e11 times.
    """
    batches = Batches(rng, 30, 20, 10, 1)
    batches.y = np.where(batches.y == 4, 9, batches.y)
    model = classifier.LinearClassifier()
    weights = []

    def loss(X, y, reg):
        weights.append(np.array(model.W))
        return 1.0, np.zeros((20, 10))

    model.loss = loss
    model.train(batches.X, batches.y, num_iters=1, batch_size=6, rng=rng)
    return {"shape": weights[0].shape, "standard_deviation": weights[0].std()}


@check(MODULE, points=0.25, cell="train", outputs={"same_again": equal(), "others_with_another": equal()})
def train_reproducible(classifier, rng):
    """The same rng draws the same minibatches, another rng others"""
    drawn, (one, other) = [], rng.integers(2**32, size=2)
    for seed in (one, one, other):
        batches = Batches(np.random.default_rng(1), 40, 3, 4, 3)
        batches.trained(classifier, np.zeros((3, 4)), batch_size=9, rng=np.random.default_rng(seed))
        drawn.append([sorted(rows.tolist()) for rows in batches.examples])
    return {
        "same_again": drawn[0] == drawn[1] and len(drawn[0]) == 3,
        "others_with_another": drawn[0] != drawn[2],
    }


@check(
    MODULE,
    points=0.25,
    cell="train",
    outputs={"X_afterwards": close(guard=True), "y_afterwards": equal(guard=True)},
)
def train_unchanged(classifier, rng):
    """Training changes neither examples nor labels"""
    batches = Batches(rng, 20, 3, 4, 4)
    model = classifier.LinearClassifier()
    model.W, model.loss = rng.normal(size=(3, 4)), batches.loss
    options = {"learning_rate": 0.2, "num_iters": 4, "batch_size": 7, "rng": rng}
    history, (X_afterwards, y_afterwards) = model.train.with_args(batches.X, batches.y, **options)
    return {"history": history, "X_afterwards": X_afterwards, "y_afterwards": y_afterwards}


@check(MODULE, points=0.5, cell="predict", outputs={"y_pred": equal()})
def predict_ten_classes(classifier, rng):
    """The class with the largest of ten scores, all of them negative"""
    model = classifier.LinearClassifier()
    model.W = np.vstack([rng.normal(size=(6, 10)), np.full(10, -100.0)])
    X = np.hstack([rng.normal(size=(31, 6)), np.ones((31, 1))])
    return {"y_pred": model.predict(X)}


### END HIDDEN TESTS
