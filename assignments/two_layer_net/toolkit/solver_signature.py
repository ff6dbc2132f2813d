"""Say what a training is made of, so that no checkpoint of another one is taken for its own."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable
from typing import Any

import numpy as np

SAMPLED = 64  # rows of an array
PROBED_STEPS = (0, 1, 10, 100, 1_000, 10_000)
EMPTY: tuple[Any, ...] = (None, [], {})


def signature(solver: Any) -> dict[str, Any]:
    """Return what a Solver's training is made of in plain values, except `num_epochs`, which may grow."""
    rates = {key: [float(rate(step)) for step in PROBED_STEPS] for key, rate in solver.schedules.items()}
    return {
        "parameters": {name: f"{w.shape} {w.dtype}" for name, w in solver.model.params.items()},
        "model": settings_of(solver.model),
        "data": {name: fingerprint(solver.data[name]) for name in ("X_train", "y_train", "X_val", "y_val")},
        "update_rule": name_of(solver.update_rule),
        "optim_config": {key: repr(value) for key, value in solver.optim_config.items()},
        "schedule": rates,
        "batch_size": solver.batch_size,
        "augment": name_of(solver.augment),
        "num_samples": solver.num_samples,
        "rng": hashlib.sha256(repr(solver.rng.bit_generator.state).encode()).hexdigest()[:16],
    }


def settings_of(model: Any) -> dict[str, Any]:
    """Return the numbers and texts among a model's attributes, which say how it is made (`reg`, sizes …)."""
    numbers = {name: _numbers(value) for name, value in vars(model).items() if name != "params"}
    texts = {name: value for name, value in vars(model).items() if isinstance(value, str)}
    return {name: value for name, value in {**numbers, **texts}.items() if value not in EMPTY}


def fingerprint(array: np.ndarray) -> str:
    """Return a short checksum of an array's shape, type and a sample of its rows."""
    rows = np.ascontiguousarray(array[:: max(1, len(array) // SAMPLED)])
    digest = hashlib.sha256(f"{array.shape} {array.dtype}".encode())
    digest.update(rows.tobytes())
    return digest.hexdigest()[:16]


def name_of(function: Callable[..., Any] | None) -> str | None:
    """Return the name of a function or of the class of a callable object."""
    return None if function is None else str(getattr(function, "__name__", type(function).__name__))


def named_rule(name: str) -> Callable[..., Any]:
    """Return the update rule of this name in `optim.py`, beside the notebook."""
    optim = importlib.import_module("optim")
    if not callable(getattr(optim, name, None)):
        raise ValueError(f"optim.py has no update rule {name!r}")
    rule: Callable[..., Any] = getattr(optim, name)
    return rule


def _numbers(value: Any) -> Any:
    """Return the plain numbers in nested dicts and lists, and nothing else of them."""
    if isinstance(value, dict):
        found = {str(key): _numbers(item) for key, item in value.items()}
        return {key: item for key, item in found.items() if item not in EMPTY}
    if isinstance(value, list | tuple):
        items = [_numbers(item) for item in value]
        return [item for item in items if item not in EMPTY]
    return value if isinstance(value, bool | int | float) else None
