"""Reference: weights and biases in one matrix a layer, the loss by adding logarithms, rates by epochs."""

import itertools
import math

import numpy as np


def _padded(rows):
    return np.column_stack([rows, np.ones(len(rows))])


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-4, rng=None):
        rng = np.random.default_rng(rng)
        self.params = {}
        sizes = (input_size, hidden_size, output_size)
        for layer, (rows, columns) in enumerate(itertools.pairwise(sizes), start=1):
            self.params[f"W{layer}"] = rng.normal(0.0, std, (rows, columns))
            self.params[f"b{layer}"] = np.zeros(columns)

    def loss(self, X, y=None, reg=0.0):
        matrices = [np.vstack([self.params[f"W{i}"], self.params[f"b{i}"]]) for i in (1, 2)]
        inputs = _padded(X)  # (N, D + 1)
        sums = inputs @ matrices[0]
        hidden = _padded(np.clip(sums, 0, None))  # (N, H + 1)
        scores = hidden @ matrices[1]
        if y is None:
            return scores
        logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
        dscores = (np.exp(logs) - np.equal.outer(y, np.arange(scores.shape[1]))) / len(X)
        dsums = np.einsum("nc,hc->nh", dscores, matrices[1][:-1]) * np.heaviside(sums, 0)
        slopes = [np.einsum("ni,nj->ij", inputs, dsums), np.einsum("ni,nj->ij", hidden, dscores)]
        loss, grads = -np.take_along_axis(logs, np.int64(y)[:, np.newaxis], axis=1).mean(), {}
        for i, (matrix, slope) in enumerate(zip(matrices, slopes, strict=True), start=1):
            loss += reg * np.linalg.norm(matrix[:-1]) ** 2
            grads[f"W{i}"], grads[f"b{i}"] = slope[:-1] + reg * 2 * matrix[:-1], slope[-1]
        return float(loss), grads

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
        rng = np.random.default_rng(rng)
        per_epoch = max(math.floor(len(X) / batch_size), 1)
        losses, on_batches, on_validation = [], [], []
        for step in range(1, num_iters + 1):
            rows = rng.choice(len(X), batch_size)
            X_batch, y_batch = np.take(X, rows, axis=0), np.take(y, rows)
            loss, grads = self.loss(X_batch, y_batch, reg=reg)
            losses.append(loss)
            epochs_done = (step - 1) // per_epoch
            rate = learning_rate * learning_rate_decay**epochs_done
            self.params = {key: np.subtract(value, rate * grads[key]) for key, value in self.params.items()}
            if step % per_epoch == 0:
                on_batches.append(self._accuracy(X_batch, y_batch))
                on_validation.append(self._accuracy(X_val, y_val))
        return {
            "loss_history": losses,
            "train_acc_history": on_batches,
            "val_acc_history": on_validation,
        }

    def _accuracy(self, X, y):
        return np.count_nonzero(np.equal(self.predict(X), y)) / len(y)

    def predict(self, X):
        return np.array([max(range(len(row)), key=row.__getitem__) for row in self.loss(X)])


def count_parameters(params):
    return sum(math.prod(np.shape(array)) for array in params.values())
