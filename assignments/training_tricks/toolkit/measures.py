"""What a probe measures of a submission by calling it: CPU seconds and numeric gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np

from toolkit.difference import is_numbers

_clock: ContextVar[Callable[[], float]] = ContextVar("clock")


@contextmanager
def clock(seconds: Callable[[], float]) -> Iterator[None]:
    """Make `cpu` read this clock: CPU seconds of the process that runs the submission."""
    token = _clock.set(seconds)
    try:
        yield
    finally:
        _clock.reset(token)


def cpu(call: Callable[[], Any]) -> tuple[float, list[Any]]:
    """Return the CPU seconds of one call by the submission, best of 3 after a warm-up, and all 4 results.

    Draw the inputs inside `call`, or a submission that remembers its results is the fastest; have the
    results judged, or one that answers anything after the first call is.
    """
    seconds = _clock.get()
    results = [call()]
    times = []
    for _ in range(3):
        before = seconds()
        results.append(call())
        times.append(seconds() - before)
    return min(times), results


def numeric_gradient(f: Callable[[np.ndarray], Any], x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """Return the centred differences (f(x + h e) - f(x - h e)) / 2h along every axis e, shaped like `x`.

    `f` is called twice for each entry, with a copy; it returns a number, else the entry is NaN.
    """
    slopes = np.empty(x.shape)
    for entry in range(x.size):
        values = []
        for step in (h, -h):
            moved = np.array(x, dtype=float)
            moved.flat[entry] += step
            value = f(moved)
            values.append(float(value) if _is_real_number(value) else np.nan)
        slopes.flat[entry] = (values[0] - values[1]) / (2 * h)
    return slopes


def _is_real_number(value: Any) -> bool:
    return is_numbers(value) and np.ndim(value) == 0 and bool(np.isrealobj(value))
