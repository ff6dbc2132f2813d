"""Compare a gradient with centred differences of the function it should belong to, kinks set aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from toolkit.gradient_report import RIGHT, GradientReport

MANY_ENTRIES = 1_000
DIRECTIONS = 10
SHRINKING = np.array([1.0, 0.5, 0.25])
_Line = Callable[[int], np.ndarray]


def check_gradient(
    f: Callable[[np.ndarray], Any],
    x: np.ndarray,
    analytic: np.ndarray,
    *,
    h: float = 1e-5,
    directions: int | None = None,
    rng: np.random.Generator | None = None,
) -> GradientReport:
    """Compare `analytic` with the numeric gradient of `f` at `x`.

    The numeric slope along v is the centred difference (f(x + h v) - f(x - h v)) / 2h, whose error is O(h²);
    v is either each unit vector in turn or a random vector of length 1. A difference of the two gradients is
    divided by the largest entry of either, so that tiny entries, which are mostly rounding, cannot fail.
    Where the two disagree because `f` has a kink within `h`, the entry is left out and counted.

    Parameters
    ----------
    f : function of `x` that returns a number
        It is called with `x` itself, changed in place, so it may also use `x` under another name.
    x : float array of any shape
        Restored exactly, also if `f` raises.
    analytic : array of the shape of `x`
        The gradient to check.
    h : float
        Step.
    directions : int, optional
        How many random directions to compare; 0 compares every entry. Default: every entry of an array
        of at most 1,000, and 10 directions in a larger one.
    rng : numpy.random.Generator, optional
        Draws the directions; by default they are the same in every call.

    Raises
    ------
    ValueError
        If `x` or `analytic` is unsuitable, or `f` does not return a finite number.

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", section on gradient checks (kinks, step, relative error).
    J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition, section 8.1 (error of differences).
    JAX, `jax.test_util.check_grads` (random directions).
    """
    analytic = np.asarray(analytic)
    _require_suitable(x, analytic, h)
    if directions is None:
        directions = 0 if x.size <= MANY_ENTRIES else DIRECTIONS
    return _Neighbourhood(f, x, x.copy()).report(analytic, h, directions, rng)


@dataclass(frozen=True)
class _Neighbourhood:
    """The function `f` at points near `origin`, to which the array `x` is moved."""

    f: Callable[[np.ndarray], Any]
    x: np.ndarray
    origin: np.ndarray

    def report(
        self, analytic: np.ndarray, h: float, directions: int, rng: np.random.Generator | None
    ) -> GradientReport:
        """Compare every entry, or random directions if there are some, and restore `x`."""
        line = _random_lines(self.x, directions, rng) if directions else partial(_axis, self.x)
        try:
            slopes, errors, kinked = self.compare(line, directions or self.x.size, h, analytic)
        finally:
            self.x[...] = self.origin
        worst = int(np.where(kinked, -1.0, errors).argmax())
        return GradientReport(
            float(errors[worst]) if not kinked.all() else float("nan"),
            int((~kinked).sum()),
            int(kinked.sum()),
            None if directions else tuple(int(i) for i in np.unravel_index(worst, self.x.shape)),
            float(slopes[worst, 0]),
            float(slopes[worst, 1]),
            self.x.dtype.name,
        )

    def value(self, v: np.ndarray, t: float) -> float:
        """Return f at t steps along v."""
        self.x[...] = self.origin + t * v
        result = self.f(self.x)
        if not isinstance(result, int | float | np.generic | np.ndarray) or np.ndim(result):
            found = type(result).__name__
            raise ValueError(f"f returned a {found}, expected a number: of (loss, gradient) only the loss")
        if not np.isfinite(result):
            raise ValueError(f"f returned {result} near x, expected a finite number")
        return float(result)

    def compare(self, line: _Line, count: int, h: float, gradient: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return slopes (count, 2) along each line, their relative errors, and which of them meet a kink."""
        slopes = np.array([self.slopes(line(i), h, gradient) for i in range(count)])
        distance = np.abs(slopes[:, 0] - slopes[:, 1])
        scale = np.abs(slopes).max()
        if scale <= 16 * np.finfo(np.float64).eps * abs(self.value(line(0), 0.0)) / h:
            distance[:] = 0  # both are zero up to the rounding of f (a bias before batch normalization)
        kinked = np.zeros(count, bool)
        for i in np.flatnonzero(distance > RIGHT * scale).tolist():
            kinked[i] = self.has_kink(line(i), h, distance[i])
        return slopes, distance / (scale or 1.0), kinked

    def slopes(self, v: np.ndarray, h: float, gradient: np.ndarray) -> tuple[float, float]:
        """Return the numeric slope along v, and the slope that `gradient` predicts over the same steps."""
        rise = self.value(v, h) - self.value(v, -h)
        run = (self.origin + h * v) - (self.origin - h * v)  # 2hv as rounded
        if not run.any():
            raise ValueError(f"a step of {h:g} is lost beside x in {self.x.dtype}: use float64 or a larger h")
        return rise / (2 * h), float(np.vdot(gradient, run)) / (2 * h)

    def has_kink(self, v: np.ndarray, h: float, distance: float) -> bool:
        """Say whether a kink between -h and h along v explains that two slopes are `distance` apart.

        Forward and backward differences of a smooth function approach each other in proportion to the step.
        """
        middle = self.value(v, 0.0)
        steps = h * SHRINKING
        bends = np.array([(self.value(v, t) - 2 * middle + self.value(v, -t)) / t for t in steps])
        unlike_smooth = np.abs(bends - bends[0] * SHRINKING).max()
        rounding = 64 * float(np.finfo(self.x.dtype).eps) * abs(middle) / h
        largest = np.abs(bends).max()
        return bool(unlike_smooth > max(0.1 * largest, rounding) and largest >= distance)


def _axis(x: np.ndarray, i: int) -> np.ndarray:
    v = np.zeros_like(x)
    v.flat[i] = 1
    return v


def _random_lines(x: np.ndarray, count: int, rng: np.random.Generator | None) -> _Line:
    rng = np.random.default_rng(0) if rng is None else rng
    draws = (rng.standard_normal(x.shape) for _ in range(count))
    return [(v / np.linalg.norm(v)).astype(x.dtype) for v in draws].__getitem__


def _require_suitable(x: np.ndarray, analytic: np.ndarray, h: float) -> None:
    if not isinstance(x, np.ndarray) or x.dtype.kind != "f" or not x.size or not x.flags.writeable:
        raise ValueError(
            "x must be an array of floating point numbers that can be changed, and not empty: "
            "use x = np.array(x, dtype=np.float64)"
        )
    if analytic.shape != x.shape:
        raise ValueError(f"the gradient has shape {analytic.shape}, expected the shape of x, {x.shape}")
    if not np.isfinite(analytic).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(analytic))[0])
        raise ValueError(f"the gradient is {analytic[where]} at index {where}, expected finite numbers")
    if not h > 0:
        raise ValueError(f"h is {h}, expected a positive step such as 1e-5")
