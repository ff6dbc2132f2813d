"""The ways to judge a named output of a check against the reference's."""

from __future__ import annotations

from dataclasses import dataclass


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
    of: str = ""
    numeric: str = ""


def close(rtol: float = 1e-7, atol: float = 1e-9, guard: bool = False) -> Judge:
    """Same shape, and |got - expected| <= atol + rtol * max|expected| in float64."""
    return Judge("close", guard=guard, rtol=rtol, atol=atol)


def equal(guard: bool = False) -> Judge:
    """Same shape and the same values; the type does not matter (3.0 equals 3)."""
    return Judge("equal", guard=guard)


def at_least(share: float, guard: bool = False) -> Judge:
    """A number of at least `share` times the reference's on the same data."""
    return Judge("at_least", guard=guard, share=share)


def gradient(of: str, numeric: str, rtol: float = 1e-7, atol: float = 1e-9) -> Judge:
    """Close to the reference's gradient, or else to the output `numeric` while the output `of` is right.

    `numeric` is the numeric gradient (see `numeric_gradient`) of the submission's own loss, whose value is
    the output `of`. Agreeing with oneself counts only beside a right value, so a loss that is always 0 with a
    gradient of zeros earns nothing.
    """
    return Judge("gradient", rtol=rtol, atol=atol, of=of, numeric=numeric)


def faster(times: float, than: str, guard: bool = True) -> Judge:
    """CPU seconds (see `cpu`), at least `times` fewer than the output `than`.

    The smaller of the submission's own seconds and the reference's counts as `than`, so that nothing is
    gained by slowing one's own loop. A guard, since being fast is worth nothing where the values are wrong.
    """
    return Judge("faster", guard=guard, times=times, than=than)


def info() -> Judge:
    """An output that others refer to (`than` of `faster`, `numeric` of `gradient`), not judged itself."""
    return Judge("info")
