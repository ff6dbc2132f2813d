"""Time a call many times and say it in a table's row."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np


def seconds(call: Callable[[], object], repeats: int) -> np.ndarray:
    """Return the wall times of `repeats` calls after one that is not counted, shape (repeats,)."""
    call()
    times = np.empty(repeats)
    for i in range(repeats):
        begun = time.perf_counter()
        call()
        times[i] = time.perf_counter() - begun
    return times


def row(what: str, times: np.ndarray, ratio: str = "") -> tuple[str, str, str, str]:
    """Return a row of the table: what, median, 95th percentile, and a ratio in words."""
    median, high = np.percentile(times, [50, 95])
    return what, f"{1000 * median:.2f} ms", f"{1000 * high:.2f} ms", ratio
