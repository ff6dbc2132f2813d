"""Signs of how a training goes: accuracy, and a loss that runs away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

FAR_ABOVE = 100.0  # times the first loss
AT_A_TIME = 1_000  # examples


def accuracy(model: Any, X: np.ndarray, y: np.ndarray, num_samples: int | None = None) -> float:
    """Return the share of examples whose highest score, of `model.loss(X)`, is that of their label.

    `num_samples` examples, evenly spread over all, stand for them.
    """
    if num_samples is not None and num_samples < len(y):
        rows = np.linspace(0, len(y) - 1, num_samples).astype(int)
        X, y = X[rows], y[rows]
    right = 0
    for start in range(0, len(y), AT_A_TIME):
        part = slice(start, start + AT_A_TIME)
        right += int(np.sum(np.argmax(model.loss(X[part]), axis=1) == y[part]))
    return right / len(y)


def divergence(losses: Sequence[float]) -> str | None:
    """Return what to do about the last loss in one line, or None if nothing is wrong."""
    first, loss = losses[0], losses[-1]
    if not np.isfinite(loss):
        what = f"the loss is {loss}"
    elif loss > FAR_ABOVE * max(abs(first), 1):
        what = f"the loss is {loss:.3g} and was {first:.3g} at first"
    else:
        return None
    if len(losses) == 1:
        advice = "look for NaN in the data, scale them (inputs of about 1), begin with smaller weights"
    else:
        advice = (
            "lower the learning rate by a factor of 10; if that is no cure, check that the data are scaled"
        )
    return (
        f"Training stopped at step {len(losses) - 1}: {what}. To do: {advice}. The best parameters are kept."
    )
