"""The minibatches go through the data in order, the same ones each time round. Data is often sorted, and
then a minibatch holds one class only: draw the examples at random.
"""

import numpy as np

MODULE = "linear_classifier"
CHECK = "train_draws_from_all"


class LinearClassifier:
    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False, rng=None
    ):
        rng = rng or np.random.default_rng()
        if self.W is None:
            self.W = 0.001 * rng.normal(size=(X.shape[1], np.max(y) + 1))
        loss_history = []
        for step in range(num_iters):
            rows = np.arange(step * batch_size, (step + 1) * batch_size) % len(X)
            loss, grad = self.loss(X[rows], y[rows], reg)
            loss_history.append(loss)
            self.W = self.W - learning_rate * grad
        return loss_history
