"""Train models as the notebooks do, by the solution's code, with hyperparameters that differ a little."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from benchmarks import challenge
from toolkit.data import Cifar10

NUM_TRAIN, NUM_SEARCH = 30_000, 10_000
MOVED = 0.15
EPOCHS = 12
SCALE = np.float32(64)
Arrays = dict[str, np.ndarray]
Load = Callable[[str], Any]


def best_svm(data: Cifar10, rng: np.random.Generator, load: Load) -> Arrays:
    """The notebook's search on a grid that is moved a little, then its long run."""
    return _linear(data, rng, load, "LinearSVM", rates=(1e-7, 3e-7, 1e-6), regs=(3e2, 1e3, 3e3, 1e4))


def best_softmax(data: Cifar10, rng: np.random.Generator, load: Load) -> Arrays:
    """The same with the cross-entropy."""
    return _linear(data, rng, load, "Softmax", rates=(3e-7, 1e-6, 3e-6), regs=(1e2, 3e2, 1e3, 3e3))


def best_net(data: Cifar10, rng: np.random.Generator, load: Load) -> Arrays:
    """A network with hyperparameters of the region in which the notebook's search ends."""
    mean = _pixels(data.X_train).mean(axis=0, dtype=np.float64)
    train, val = (_scaled(_pixels(images), mean) for images in (data.X_train, data.X_val))
    params = _net(
        data, rng, load, train, val, hidden=rng.integers(120, 251), std=0.01,
        learning_rate=10 ** rng.uniform(-1.2, -0.85), reg=10 ** rng.uniform(-3.3, -2.7),
    )  # fmt: skip
    return {**params, "W1": params["W1"] / SCALE, "mean_image": mean}


def best_features_net(data: Cifar10, rng: np.random.Generator, load: Load) -> Arrays:
    """The same on HOG and hues."""
    features, val = (load("trained_models").image_features(images) for images in (data.X_train, data.X_val))
    mean, std = features.mean(axis=0), features.std(axis=0)
    train, val = (((part - mean) / std).astype(np.float32) for part in (features, val))
    params = _net(
        data, rng, load, train, val, hidden=rng.integers(200, 451), std=0.05,
        learning_rate=10 ** rng.uniform(-0.6, -0.2), reg=10 ** rng.uniform(-3.5, -2.7),
    )  # fmt: skip
    return {**params, "mean": mean, "std": std}


def best_model(data: Cifar10, rng: np.random.Generator, load: Load) -> Arrays:
    """The challenge's network after four epochs, less than a minute: what everybody has the time for."""
    return challenge.network(data, load, epochs=4, seed=int(rng.integers(2**31)))


def _linear(
    data: Cifar10,
    rng: np.random.Generator,
    load: Load,
    name: str,
    rates: tuple[float, ...],
    regs: tuple[float, ...],
) -> Arrays:
    images, labels = data.X_train[:NUM_TRAIN], data.y_train[:NUM_TRAIN]
    mean = _pixels(images).mean(axis=0, dtype=np.float64)
    train, val = (_with_ones(_pixels(part), mean) for part in (images, data.X_val))

    class InFloat32(getattr(load("linear_classifier"), name)):  # type: ignore[misc]  # faster, no less right
        def loss(self, X: np.ndarray, y: np.ndarray, reg: float) -> tuple[float, np.ndarray]:
            loss, dW = super().loss(X, y, reg)
            return loss, dW.astype(np.float32)

        def train(self, *arguments: Any, **options: Any) -> None:
            self.W = (0.001 * rng.standard_normal((train.shape[1], len(data.classes)))).astype(np.float32)
            super().train(*arguments, **options)

    rates = tuple(rate * 10 ** rng.uniform(-MOVED, MOVED) for rate in rates)
    regs = tuple(reg * 10 ** rng.uniform(-MOVED, MOVED) for reg in regs)
    results, _ = load("hyperparameters").search_hyperparameters(
        InFloat32,
        train[:NUM_SEARCH],
        labels[:NUM_SEARCH],
        val,
        data.y_val,
        rates,
        regs,
        rng=rng,
        num_iters=700,
    )
    rate, reg = max(results, key=lambda pair: float(results[pair][1]))
    best = InFloat32()
    best.train(train, labels, learning_rate=rate / 2, reg=reg, num_iters=3_000, rng=rng)
    return {"W": best.W, "mean_image": mean}


def _net(
    data: Cifar10,
    rng: np.random.Generator,
    load: Load,
    train: np.ndarray,
    val: np.ndarray,
    hidden: int,
    std: float,
    **options: Any,
) -> Mapping[str, np.ndarray]:
    net = load("neural_net").TwoLayerNet(train.shape[1], int(hidden), len(data.classes), std=std, rng=rng)
    net.params = {name: value.astype(np.float32) for name, value in net.params.items()}
    iterations = EPOCHS * (len(train) // 200)
    net.train(
        train,
        data.y_train,
        val,
        data.y_val,
        learning_rate_decay=0.9,
        num_iters=iterations,
        rng=rng,
        **options,
    )
    params: Mapping[str, np.ndarray] = net.params
    return params


def _pixels(images: np.ndarray) -> np.ndarray:
    return images.reshape(len(images), -1)


def _scaled(pixels: np.ndarray, mean: np.ndarray) -> np.ndarray:
    X = pixels.astype(np.float32)
    X -= mean.astype(np.float32)
    X /= SCALE
    return X


def _with_ones(pixels: np.ndarray, mean: np.ndarray) -> np.ndarray:
    X = np.ones((len(pixels), pixels.shape[1] + 1), np.float32)
    np.subtract(pixels, mean, out=X[:, :-1], casting="unsafe")
    return X
