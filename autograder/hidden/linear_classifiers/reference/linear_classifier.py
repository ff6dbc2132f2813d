"""Reference: batches from permutations of the whole data, classes by their scores sorted."""

import numpy as np


class LinearClassifier:
    def __init__(self):
        self.W = None

    def train(
        self,
        X,
        y,
        learning_rate=1e-3,
        reg=1e-5,
        num_iters=100,
        batch_size=200,
        verbose=False,
        rng=None,
    ):
        rng = rng or np.random.default_rng()
        if self.W is None:
            self.W = rng.normal(0, 0.001, (X.shape[1], int(max(y)) + 1))
        history = []
        for batch in self._batches(len(X), batch_size, num_iters, rng):
            value, slope = self.loss(np.take(X, batch, axis=0), np.take(y, batch), reg)
            np.subtract(self.W, np.multiply(slope, learning_rate), out=self.W)
            history.append(float(value))
        return history

    def _batches(self, count, size, num_batches, rng):
        order = np.concatenate([rng.permutation(count) for _ in range(num_batches * size // count + 1)])
        return order[: num_batches * size].reshape(num_batches, size)

    def predict(self, X):
        return np.argsort(-np.einsum("nd,dc->nc", X, self.W), axis=1, kind="stable")[:, 0]

    def loss(self, X, y, reg):
        raise NotImplementedError


class LinearSVM(LinearClassifier):
    def loss(self, X, y, reg):
        from linear_svm import svm_loss_naive

        return svm_loss_naive(self.W, X, y, reg)


class Softmax(LinearClassifier):
    def loss(self, X, y, reg):
        from softmax import softmax_loss_naive

        return softmax_loss_naive(self.W, X, y, reg)
