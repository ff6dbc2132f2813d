"""Declare a check: the decorator, the ways to judge an output, and the clock for CPU ratios."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Judge:
    """How one named output is judged against the reference's.

    `guard` marks an output that can lose points but never earns any alone.
    """

    kind: str
    guard: bool = False
    rtol: float = 0.0
    atol: float = 0.0
    share: float = 0.0
    times: float = 0.0
    than: str = ""


def close(rtol: float = 1e-7, atol: float = 1e-9, guard: bool = False) -> Judge:
    """Same shape, and |got - expected| <= atol + rtol * max|expected| in float64."""
    return Judge("close", guard=guard, rtol=rtol, atol=atol)


def equal(guard: bool = False) -> Judge:
    """Same shape and the same values; the type does not matter (3.0 equals 3)."""
    return Judge("equal", guard=guard)


def at_least(share: float, guard: bool = False) -> Judge:
    """A number of at least `share` times the reference's on the same data."""
    return Judge("at_least", guard=guard, share=share)


def faster(times: float, than: str, guard: bool = True) -> Judge:
    """CPU seconds (see `cpu`), at least `times` fewer than the output `than`.

    The smaller of the submission's own seconds and the reference's counts as `than`, so that nothing is
    gained by slowing one's own loop. A guard, since being fast is worth nothing where the values are wrong.
    """
    return Judge("faster", guard=guard, times=times, than=than)


def info() -> Judge:
    """An output that others refer to (the `than` of `faster`), not judged itself."""
    return Judge("info")


@dataclass(frozen=True)
class Check:
    """One graded item; calling it runs the probe.

    Attributes
    ----------
    name, title : str
        Name of the probe function and the first line of its docstring, which is what students read.
    module : str
        The submission's module that the probe receives.
    cell : str
        `grade_id` of the notebook cell that holds the points.
    points : float
    outputs : mapping of str to Judge
        How each named output is judged; `close()` where none is given.
    alone : bool
        Runs in a fresh worker (CPU time, memory).
    data : bool
        Uses the installed data set.
    partial : bool
        Each right output earns its share of the points; otherwise all must be right.
    hidden : bool
        Not part of the release.
    """

    probe: Callable[..., Mapping[str, Any]] = field(compare=False)
    name: str
    title: str
    module: str
    cell: str
    points: float
    outputs: Mapping[str, Judge] = field(default_factory=dict, compare=False)
    alone: bool = False
    data: bool = False
    optional: bool = False
    partial: bool = True
    hidden: bool = False

    def __call__(self, module: Any, rng: np.random.Generator) -> Mapping[str, Any]:
        return self.probe(module, rng)

    @property
    def timed(self) -> bool:
        """True if CPU time is judged."""
        return any(judge.kind == "faster" for judge in self.outputs.values())

    def judge(self, output: str) -> Judge:
        """Return how the named output is judged."""
        return self.outputs.get(output) or close()


def check(
    module: str,
    *,
    points: float,
    cell: str = "",
    outputs: Mapping[str, Judge] | None = None,
    alone: bool = False,
    data: bool = False,
    optional: bool = False,
    partial: bool = True,
) -> Callable[[Callable[..., Mapping[str, Any]]], Check]:
    """Declare a probe as a check; the attributes of `Check` say what each argument means.

    Raises
    ------
    ValueError
        If the points are negative, or an optional check has any, or the probe has no docstring.
    """

    def declare(probe: Callable[..., Mapping[str, Any]]) -> Check:
        title = (probe.__doc__ or "").strip().split("\n")[0]
        name = probe.__name__
        if not title:
            raise ValueError(f"check {name}: the probe needs a docstring whose first line students read")
        if points < 0 or (optional and points):
            raise ValueError(
                f"check {name}: {points} points (none for an optional check, otherwise at least 0)"
            )
        judges = dict(outputs or {})
        return Check(
            probe, name, title, module, cell or name, float(points), judges, alone, data, optional, partial
        )

    return declare


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
