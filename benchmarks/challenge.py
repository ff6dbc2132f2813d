"""The challenge of `training_tricks`: how good a fully connected network becomes in ten minutes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.course import find_course
from autograder.references import read_modules
from toolkit.data import Cifar10, load_cifar10
from toolkit.deep_model import deep_labels, fold_batchnorm
from toolkit.modules import Modules
from toolkit.solver import Solver

HIDDEN = (768, 384, 192)
BATCH, RATE, MOMENTUM, REG = 256, 0.05, 0.9, 5e-4
SHIFT = 2
SCALE = np.float32(1 / 64)
TRIAL_STEPS = 40
SHARE = 0.93  # of the time; the rest is for accuracies and for a machine that gets slower

Load = Callable[[str], Any]


@dataclass(frozen=True)
class Trained:
    """What the training gave.

    Attributes
    ----------
    epochs : int
    seconds, cpu_seconds : float
        Wall and CPU time of the training, with the trial that chose the number of epochs.
    val_accuracy, test_accuracy : float
        Of the saved arrays, on 1,000 and 10,000 images.
    """

    epochs: int
    seconds: float
    cpu_seconds: float
    val_accuracy: float
    test_accuracy: float


def train(minutes: float, seed: int = 0, progress: bool = True) -> Trained:
    """Train a network with the solution's own modules, in about so many minutes, and test it."""
    data = load_cifar10(num_test=10_000, num_dev=0)
    mean = _mean(data)
    assignment = find_course().assignment("training_tricks")
    with Modules(read_modules(assignment.solution)) as modules:
        begun, cpu_begun = time.perf_counter(), time.process_time()
        splits = _splits(data, mean)
        trial = _solver(modules.load, splits, 1, seed, False, TRIAL_STEPS * BATCH)
        trial_begun = time.perf_counter()
        trial.train()
        steps = minutes * 60 * SHARE * TRIAL_STEPS / (time.perf_counter() - trial_begun)
        epochs = max(1, int(steps // (len(data.y_train) // BATCH)))
        solver = _solver(modules.load, splits, epochs, seed, progress)
        solver.train()
        used = time.perf_counter() - begun, time.process_time() - cpu_begun
    model = _saved(solver, mean)
    accuracies = (_accuracy(model, X, y) for X, y in ((data.X_val, data.y_val), (data.X_test, data.y_test)))
    return Trained(epochs, *used, *accuracies)


def network(data: Cifar10, load: Load, epochs: int, seed: int) -> dict[str, np.ndarray]:
    """Return the arrays of a network trained for so many epochs, as they are saved."""
    mean = _mean(data)
    solver = _solver(load, _splits(data, mean), epochs, seed, False)
    solver.train()
    return _saved(solver, mean)


def as_text(found: Trained) -> str:
    """Return one line about a training."""
    return (
        f"{found.epochs} epochs in {found.seconds / 60:.1f} minutes ({found.cpu_seconds / 60:.1f} of CPU "
        f"time): validation accuracy {found.val_accuracy:.3f}, test accuracy {found.test_accuracy:.4f}"
    )


def _mean(data: Cifar10) -> np.ndarray:
    mean: np.ndarray = data.X_train.mean(axis=0, dtype=np.float64).astype(np.float32)
    return mean


def _splits(data: Cifar10, mean: np.ndarray) -> dict[str, np.ndarray]:
    train, val = (_scaled(images, mean) for images in (data.X_train, data.X_val))
    return {"X_train": train, "y_train": data.y_train, "X_val": val, "y_val": data.y_val}


def _scaled(images: np.ndarray, mean: np.ndarray) -> np.ndarray:
    X = images.astype(np.float32)
    X -= mean
    X *= SCALE
    return X


def _solver(
    load: Load,
    splits: dict[str, np.ndarray],
    epochs: int,
    seed: int,
    progress: bool,
    num_train: int | None = None,
) -> Solver:
    rng = np.random.default_rng(seed)
    augment, initialize, cosine = load("augment"), load("initialization").initialize, load("schedules").cosine
    model = load("fc_net").FullyConnectedNet(HIDDEN, normalization="batchnorm", reg=REG, rng=rng)
    for name, W in model.params.items():
        if name.startswith("W"):
            model.params[name] = initialize("he", *W.shape, rng).astype(np.float32)
    splits = {**splits, **{name: splits[name][:num_train] for name in ("X_train", "y_train")}}
    num_steps = epochs * (len(splits["y_train"]) // BATCH)

    def moved(X: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        padded = np.pad(augment.random_flip(X, rng), ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0)))
        cropped: np.ndarray = augment.random_crop(padded, X.shape[1], rng)
        return cropped

    return Solver(
        model,
        splits,
        update_rule=load("optim").sgd_momentum,
        optim_config={"momentum": MOMENTUM},
        schedule=lambda step: cosine(step, RATE, num_steps),
        num_epochs=epochs,
        batch_size=BATCH,
        rng=rng,
        augment=moved,
        verbose=progress,
    )


def _saved(solver: Solver, mean: np.ndarray) -> dict[str, np.ndarray]:
    arrays = fold_batchnorm(solver.model.params, solver.model.bn_params, scale=float(SCALE))
    return {**arrays, "mean_image": mean.ravel()}


def _accuracy(model: dict[str, np.ndarray], X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(deep_labels(model, X.reshape(len(X), -1)) == y))
