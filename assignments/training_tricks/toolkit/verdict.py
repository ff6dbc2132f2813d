"""Judge a check by the reference, by accepted conventions, and name the mistake that was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.checks import Check
from toolkit.comparison import Verdict, compare, recognise
from toolkit.probe import Outcome


def judge(
    check: Check,
    reference: Outcome,
    got: Outcome,
    known: Callable[[], Mapping[str, Outcome]],
    keeps: Mapping[str, float],
) -> tuple[Verdict, str | None]:
    """Return the verdict on `got`, and the name of the mistake or convention that it shows.

    Parameters
    ----------
    check : Check
    reference, got : Outcome
    known : callable
        Returns what known mistakes give on this check, by name, the most likely first; asked if needed.
    keeps : mapping of str to float
        Which of them are conventions, and the share of the points that one keeps. An answer is judged by
        the reference and by each convention, and gets the best of it.
    """
    verdict = compare(check, reference, got)
    if verdict.status not in ("failed", "partial", "crashed"):
        return verdict, None
    mistakes = known()
    mistake = recognise(check, reference, got, mistakes)
    for name in mistakes.keys() & keeps.keys():
        other = compare(check, mistakes[name], got)
        if keeps[name] * other.share > verdict.share:
            verdict, mistake = _by_convention(other, keeps[name]), mistake or name
    return verdict, mistake


def _by_convention(verdict: Verdict, keeps: float) -> Verdict:
    share = keeps * verdict.share
    note = () if keeps == 1 else (f"by another convention, which keeps {keeps:.0%} of the points",)
    return Verdict("passed" if share == 1 else "partial", share, (*verdict.messages, *note))
