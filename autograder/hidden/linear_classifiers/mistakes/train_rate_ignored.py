"""The gradient is subtracted as it is: multiply it by learning_rate."""

import numpy as np

MODULE = "linear_classifier"
CHECK = "train"


class LinearClassifier:
    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False, rng=None
    ):
        rng = rng or np.random.default_rng()
        if self.W is None:
            self.W = 0.001 * rng.normal(size=(X.shape[1], np.max(y) + 1))
        loss_history = []
        for _ in range(num_iters):
            rows = rng.choice(len(X), batch_size)
            loss, grad = self.loss(X[rows], y[rows], reg)
            loss_history.append(loss)
            self.W = self.W - grad
        return loss_history
