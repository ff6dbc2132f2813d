"""Declare a check: the decorator, and what `checks.py` needs beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from toolkit.judges import Judge, at_least, close, equal, faster, gradient, info
from toolkit.measures import cpu, numeric_gradient

__all__ = [
    "Check",
    "at_least",
    "check",
    "close",
    "cpu",
    "equal",
    "faster",
    "gradient",
    "info",
    "numeric_gradient",
]


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
    optional : bool
        Its points are extra credit: they count, but not among those that can be reached.
    partial : bool
        Each right output earns its share of the points; otherwise all must be right.
    hidden : bool
        Not part of the release.
    callees : mapping of str to tuple of str
        Functions of the submission, by module, that what is graded here may call: each has checks of its
        own in the cell of its name. If one of them is wrong, the check is tried again with all of them
        answered by the reference.
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
    callees: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

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
    callees: Mapping[str, tuple[str, ...]] | None = None,
) -> Callable[[Callable[..., Mapping[str, Any]]], Check]:
    """Declare a probe as a check; the attributes of `Check` say what each argument means.

    Raises
    ------
    ValueError
        If the points are negative, or the probe has no docstring.
    """

    def declare(probe: Callable[..., Mapping[str, Any]]) -> Check:
        title = (probe.__doc__ or "").strip().split("\n")[0]
        name = probe.__name__
        if not title:
            raise ValueError(f"check {name}: the probe needs a docstring whose first line students read")
        if points < 0:
            raise ValueError(f"check {name}: {points} points, expected at least 0")
        return Check(
            probe,
            name,
            title,
            module,
            cell or name,
            float(points),
            outputs=dict(outputs or {}),
            alone=alone,
            data=data,
            optional=optional,
            partial=partial,
            callees=dict(callees or {}),
        )

    return declare
