"""Given: a small network on CIFAR-10 that trains in seconds, for searches and ensembles in many processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from toolkit.data import load_cifar10

SCALE = 64.0
BATCH = 100
MOMENTUM = 0.9


@dataclass(frozen=True)
class Pixels:
    """Images as rows of numbers, centred by the training images' mean: float32 (N, 3072), labels (N,)."""

    X_train: np.ndarray
    y_train: np.ndarray
    X_val: np.ndarray
    y_val: np.ndarray


@lru_cache(maxsize=1)
def load_pixels(num_train: int, num_val: int) -> Pixels:
    """Return training and validation images; a second call in the same process costs nothing."""
    data = load_cifar10(num_train, num_val, num_test=0, num_dev=0)
    train, val = (
        images.reshape(len(images), 3072).astype(np.float32) / np.float32(SCALE)
        for images in (data.X_train, data.X_val)
    )
    mean = train.mean(axis=0)
    return Pixels(train - mean, data.y_train, val - mean, data.y_val)


class SmallNet:
    """Two fully connected layers with a ReLU between them and a softmax loss: params W1, b1, W2, b2.

    Parameters
    ----------
    num_hidden : int
        Number of hidden units H.
    rng : numpy.random.Generator
        Draws the weights, with variances 2/n_in (He et al., 2015).
    reg : float
        Strength of the penalty ``reg * sum(W * W)``.
    """

    def __init__(self, num_hidden: int, rng: np.random.Generator, reg: float = 0.0) -> None:
        self.reg = np.float32(reg)
        self.params: dict[str, np.ndarray] = {}
        for layer, (fan_in, fan_out) in enumerate([(3072, num_hidden), (num_hidden, 10)], start=1):
            spread = np.float32(np.sqrt(2 / fan_in))
            self.params[f"W{layer}"] = spread * rng.standard_normal((fan_in, fan_out), dtype=np.float32)
            self.params[f"b{layer}"] = np.zeros(fan_out, np.float32)

    def loss(self, X: np.ndarray, y: np.ndarray | None = None) -> Any:
        """Return the scores (N, 10) of rows X (N, 3072); with labels y (N,), ``(loss, gradients)``."""
        hidden = np.maximum(0, X @ self.params["W1"] + self.params["b1"])  # (N, H)
        scores = hidden @ self.params["W2"] + self.params["b2"]
        return scores if y is None else self._loss(X, hidden, scores, y)

    def accuracy(self, X: np.ndarray, y: np.ndarray) -> float:
        """Return the share of examples whose highest score is that of their label."""
        return float(np.mean(self.loss(X).argmax(axis=1) == y))

    def _loss(
        self, X: np.ndarray, hidden: np.ndarray, scores: np.ndarray, y: np.ndarray
    ) -> tuple[float, dict[str, np.ndarray]]:
        W1, W2 = (self.params[name] for name in ("W1", "W2"))
        rows = np.arange(len(y))
        shifted = scores - scores.max(axis=1, keepdims=True)
        logarithms = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
        wrong = np.exp(logarithms)
        wrong[rows, y] -= 1
        wrong /= len(y)
        back = np.where(hidden > 0, wrong @ W2.T, 0)
        penalty = self.reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        return float(penalty - logarithms[rows, y].mean()), {
            "W1": X.T @ back + 2 * self.reg * W1,
            "b1": back.sum(axis=0),
            "W2": hidden.T @ wrong + 2 * self.reg * W2,
            "b2": wrong.sum(axis=0),
        }


def minibatches(
    X: np.ndarray, y: np.ndarray, epochs: int, rng: np.random.Generator
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield minibatches of 100 examples in random order, every example once in each epoch."""
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            yield X[chosen], y[chosen]


def train_small_net(
    config: Mapping[str, Any],
    rng: np.random.Generator,
    num_train: int = 4_000,
    num_val: int = 2_000,
    epochs: int = 3,
    num_hidden: int = 40,
) -> tuple[float, dict[str, np.ndarray]]:
    """Train a network for a configuration with ``learning_rate`` and ``reg``; other entries say nothing.

    Minibatch descent with momentum 0.9; the rate falls along half a cosine from `learning_rate` to 0.

    Returns
    -------
    accuracy : float
        On the validation images; NaN if the loss was not finite any more, and training was given up.
    params : dict of str to float32 array
    """
    data = load_pixels(num_train, num_val)
    net = SmallNet(num_hidden, rng, config["reg"])
    velocity = {name: np.zeros_like(array) for name, array in net.params.items()}
    num_steps = epochs * (num_train // BATCH)
    for step, (X, y) in enumerate(minibatches(data.X_train, data.y_train, epochs, rng)):
        with np.errstate(all="ignore"):
            loss, grads = net.loss(X, y)
        if not np.isfinite(loss):
            return float("nan"), {}
        rate = np.float32(config["learning_rate"] * (1 + np.cos(np.pi * step / num_steps)) / 2)
        for name in net.params:
            velocity[name] = MOMENTUM * velocity[name] - rate * grads[name]
            net.params[name] = net.params[name] + velocity[name]
    return net.accuracy(data.X_val, data.y_val), net.params
