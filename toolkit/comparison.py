"""Compare an outcome with the reference's: what is right, what differs, where and by how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from toolkit.checks import Check, Judge
from toolkit.nodes import Opaque
from toolkit.probe import Outcome


@dataclass(frozen=True)
class Verdict:
    """The status of a check, the share of its points earned, and a line for each thing that is wrong."""

    status: str
    share: float
    messages: tuple[str, ...]


def compare(check: Check, reference: Outcome, got: Outcome) -> Verdict:
    """Judge every named output of `got`; the share counts guards only beside an output that is right."""
    if got.outputs is None or reference.outputs is None:
        return Verdict(got.status, 0.0, (got.message, *got.frames))
    problems: dict[str, str | None] = {}
    for name in reference.outputs:
        judge = check.judge(name)
        if judge.kind != "info":
            problems[name] = judge_output(judge, name, reference.outputs, got.outputs)
    earning = [name for name in problems if not check.judge(name).guard]
    right = sum(problem is None for problem in problems.values())
    if all(problems[name] for name in earning) or (right < len(problems) and not check.partial):
        right = 0
    status = "passed" if right == len(problems) else "partial" if right else "failed"
    return Verdict(status, right / len(problems), tuple(line for line in problems.values() if line))


def recognise(check: Check, reference: Outcome, got: Outcome, mistakes: Mapping[str, Outcome]) -> str | None:
    """Name the mistake that gives just what `got` gives on these inputs, if one does.

    `mistakes` holds the outcomes of known mistakes on this check, the most likely first; one that agrees
    with the reference is passed over.
    """
    for name, mistake in mistakes.items():
        if not _same(check, reference, mistake, reference) and _same(check, mistake, got, reference):
            return name
    return None


def judge_output(judge: Judge, name: str, expected: Mapping[str, Any], got: Mapping[str, Any]) -> str | None:
    """Return what is wrong with one output in one line, or None."""
    if name not in got:
        return f"{name}: missing"
    if judge.kind == "faster":
        return _slower(judge, name, expected, got)
    if judge.kind == "at_least":
        return _too_low(judge, name, expected[name], got[name])
    return difference(name, expected[name], got[name], _tolerance(judge))


def difference(name: str, expected: Any, got: Any, allowed: Callable[[np.ndarray], float]) -> str | None:
    """Compare two values entry by entry; `allowed` gives the tolerance from the expected array."""
    if isinstance(expected, Mapping):
        return _dict_difference(name, expected, got, allowed)
    if isinstance(expected, list | tuple) and not _is_numbers(expected):
        return _list_difference(name, expected, got, allowed)
    if expected is None or isinstance(expected, str | Opaque):
        return (
            None
            if type(got) is type(expected) and got == expected
            else f"{name}: expected {expected!r}, got {_show(got)}"
        )
    if not _is_numbers(got):
        return f"{name}: returned {_show(got)}, expected an array of shape {np.shape(expected)}"
    return _array_difference(name, np.asarray(expected), np.asarray(got), allowed)


def _array_difference(
    name: str, expected: np.ndarray, got: np.ndarray, allowed: Callable[[np.ndarray], float]
) -> str | None:
    if expected.shape != got.shape:
        return f"{name}: shape {got.shape}, expected {expected.shape}"
    if not expected.size:
        return None
    wide = np.complex128 if "c" in expected.dtype.kind + got.dtype.kind else np.float64
    a, b = expected.astype(wide), got.astype(wide)
    limit = allowed(a)
    with np.errstate(all="ignore"):
        error = np.asarray(np.abs(a - b))
    error[(a == b) | (np.isnan(a) & np.isnan(b))] = 0
    wrong = ~(error <= limit)
    if not wrong.any():
        return None
    nans = int((np.isnan(b) & ~np.isnan(a)).sum())
    if nans:
        where = _index(np.argmax(np.isnan(b) & ~np.isnan(a)), a.shape)
        place = f"first at index {where} (expected {_number(a[where])})"
        return f"{name}: {nans} of {a.size} entries are NaN; {place}"
    if limit == 0:
        where = _index(np.argmax(wrong), a.shape)
        place = f"first at index {where} (expected {_number(a[where])}, got {_number(b[where])})"
    else:
        where = _index(np.argmax(error), a.shape)
        place = (
            f"worst at index {where} (expected {_number(a[where])}, got {_number(b[where])}, "
            f"error {error[where]:.2g}, allowed {limit:.2g})"
        )
    if not a.shape:
        return f"{name}: expected {_number(a[()])}, got {_number(b[()])}"
    return f"{name}: {int(wrong.sum())} of {a.size} entries differ; {place}"


def _dict_difference(
    name: str, expected: Mapping[Any, Any], got: Any, allowed: Callable[[np.ndarray], float]
) -> str | None:
    if not isinstance(got, Mapping):
        return f"{name}: returned {_show(got)}, expected a dict"
    if set(expected) != set(got):
        return f"{name}: keys {_names(got)}, expected {_names(expected)}"
    found = (difference(f"{name}[{key!r}]", expected[key], got[key], allowed) for key in expected)
    return next((line for line in found if line), None)


def _list_difference(
    name: str, expected: list[Any] | tuple[Any, ...], got: Any, allowed: Callable[[np.ndarray], float]
) -> str | None:
    is_row = isinstance(got, list | tuple) or (isinstance(got, np.ndarray) and got.ndim)
    if not is_row or len(got) != len(expected):
        return f"{name}: returned {_show(got)}, expected {len(expected)} items"
    found = (
        difference(f"{name}[{i}]", *pair, allowed) for i, pair in enumerate(zip(expected, got, strict=True))
    )
    return next((line for line in found if line), None)


def _slower(judge: Judge, name: str, expected: Mapping[str, Any], got: Mapping[str, Any]) -> str | None:
    ratio = min(got[judge.than], expected[judge.than]) / max(got[name], 1e-9)
    if ratio >= judge.times:
        return None
    return (
        f"{name}: {ratio:.1f} times less CPU time than {judge.than}, expected at least {judge.times:g} times"
    )


def _too_low(judge: Judge, name: str, expected: Any, got: Any) -> str | None:
    if not _is_numbers(got) or np.ndim(got) or np.iscomplexobj(got):
        return f"{name}: returned {_show(got)}, expected a number"
    least = judge.share * float(expected)
    return None if float(got) >= least else f"{name}: {float(got):.4g}, expected at least {least:.4g}"


def _same(check: Check, a: Outcome, b: Outcome, reference: Outcome) -> bool:
    if a.outputs is None or b.outputs is None:
        memory = "MemoryError" in a.message and "MemoryError" in b.message
        return a.outputs is b.outputs and a.status == b.status and (a.message == b.message or memory)
    for name in a.outputs:
        judge = check.judge(name)
        if name not in b.outputs:
            return False
        if judge.kind == "faster" and reference.outputs is not None:
            if bool(_slower(judge, name, reference.outputs, a.outputs)) != bool(
                _slower(judge, name, reference.outputs, b.outputs)
            ):
                return False
        elif judge.kind != "info" and difference(name, a.outputs[name], b.outputs[name], _tolerance(judge)):
            return False
    return True


def _tolerance(judge: Judge) -> Callable[[np.ndarray], float]:
    def allowed(expected: np.ndarray) -> float:
        finite = np.abs(expected[np.isfinite(expected)])
        return judge.atol + judge.rtol * float(finite.max(initial=0.0))

    return allowed


def _is_numbers(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(item, bool | int | float | np.generic) and _is_numbers(item) for item in value)
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biufc"
    return isinstance(value, bool | int | float)


def _names(keys: Mapping[Any, Any]) -> str:
    text = ", ".join(sorted(map(str, keys))) or "(none)"
    return text if len(text) <= 200 else f"{text[:200]} …"


def _index(flat: np.intp, shape: tuple[int, ...]) -> Any:
    where = tuple(int(i) for i in np.unravel_index(flat, shape))
    return where[0] if len(where) == 1 else where


def _number(value: Any) -> str:
    return f"{value:.6g}"


def _show(value: Any) -> str:
    if isinstance(value, Opaque) or value is None:
        return str(value)
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, Mapping):
        return f"a dict of {len(value)}"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    return repr(value)[:80]
