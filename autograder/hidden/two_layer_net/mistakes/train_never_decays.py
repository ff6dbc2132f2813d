"""The learning rate stays what it is: multiply it by `learning_rate_decay` at the end of each epoch, that is
every `max(N // batch_size, 1)` iterations.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "train_decay"


class TwoLayerNet:
    def train(
        self,
        X,
        y,
        X_val,
        y_val,
        learning_rate=1e-3,
        learning_rate_decay=0.95,
        reg=5e-6,
        num_iters=100,
        batch_size=200,
        verbose=False,
        rng=None,
    ):
        rng = np.random.default_rng() if rng is None else rng
        history = {"loss_history": [], "train_acc_history": [], "val_acc_history": []}
        iterations_per_epoch = max(len(X) // batch_size, 1)
        for it in range(num_iters):
            batch = rng.integers(len(X), size=batch_size)
            X_batch, y_batch = X[batch], y[batch]
            loss, grads = self.loss(X_batch, y_batch, reg=reg)
            history["loss_history"].append(float(loss))
            for name in self.params:
                self.params[name] = self.params[name] - learning_rate * grads[name]
            if (it + 1) % iterations_per_epoch == 0:
                history["train_acc_history"].append(float(np.mean(self.predict(X_batch) == y_batch)))
                history["val_acc_history"].append(float(np.mean(self.predict(X_val) == y_val)))
        return history
