"""Compare an outcome with the reference's: what is right, what differs, where and by how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from toolkit.checks import Check
from toolkit.difference import difference, is_numbers, show
from toolkit.judges import Judge
from toolkit.probe import Outcome

NUMERIC_RTOL = 1e-5


@dataclass(frozen=True)
class Verdict:
    """The status of a check, the share of its points earned, and a line for each thing that is wrong.

    `accuracy` is that of a trained model on so many `images`.
    """

    status: str
    share: float
    messages: tuple[str, ...]
    accuracy: float | None = None
    images: int = 0


def compare(check: Check, reference: Outcome, got: Outcome) -> Verdict:
    """Judge every named output of `got`; the share counts guards only beside an output that is right."""
    if got.outputs is None or reference.outputs is None:
        return Verdict(got.status, 0.0, (got.message, *got.frames))
    problems: dict[str, str | None] = {}
    for name in reference.outputs:
        judge = check.judge(name)
        if judge.kind != "info":
            problems[name] = judge_output(judge, name, reference.outputs, got.outputs)
        if judge.kind == "gradient" and problems[name]:
            problems[name] = _against_own_value(
                check, judge, problems[name], reference.outputs, got.outputs, name
            )
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


def _against_own_value(
    check: Check,
    judge: Judge,
    problem: str | None,
    expected: Mapping[str, Any],
    got: Mapping[str, Any],
    name: str,
) -> str | None:
    """Accept another gradient than the reference's if it belongs to a right value; else say whose it is."""
    if np.shape(got[name]) != np.shape(got[judge.numeric]):
        return problem
    disagreement = difference(name, got[judge.numeric], got[name], lambda x: NUMERIC_RTOL * _largest(x))
    if disagreement:
        return f"{problem}; nor is it the gradient of your own {judge.of}, by centred differences"
    if judge_output(check.judge(judge.of), judge.of, expected, got) is None:
        return None
    return f"{problem}; it is the gradient of your own {judge.of}, which differs"


def _slower(judge: Judge, name: str, expected: Mapping[str, Any], got: Mapping[str, Any]) -> str | None:
    ratio = min(got[judge.than], expected[judge.than]) / max(got[name], 1e-9)
    if ratio >= judge.times:
        return None
    return (
        f"{name}: {ratio:.1f} times less CPU time than {judge.than}, expected at least {judge.times:g} times"
    )


def _too_low(judge: Judge, name: str, expected: Any, got: Any) -> str | None:
    if not is_numbers(got) or np.ndim(got) or np.iscomplexobj(got):
        return f"{name}: returned {show(got)}, expected a number"
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
        return judge.atol + judge.rtol * _largest(expected)

    return allowed


def _largest(expected: np.ndarray) -> float:
    return float(np.abs(expected[np.isfinite(expected)]).max(initial=0.0))
