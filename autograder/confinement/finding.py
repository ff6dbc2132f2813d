"""Find the strongest level that works on this machine, by trying forbidden acts and seeing them prevented."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.confinement import forbidden_acts
from autograder.confinement.levels import LEVELS
from autograder.confinement.remote import Worker
from autograder.confinement.surroundings import SurroundingsError
from autograder.confinement.zygote import Zygote
from autograder.course import CourseError
from toolkit.errors import GraderError, LostError, SubmissionError

ACTS = {
    # act: (function, name of its argument, levels that must prevent it)
    "read the grader's own files": ("read", "private", "ABC"),
    "read files that everybody may read": ("read", "public", "AB"),
    "see that a file exists": ("find", "public", "A"),
    "make a file in a shared folder": ("write", "new", "ABC"),
    "open a network connection": ("connect", None, "ABC"),
    "start a process": ("start_process", None, "ABC"),
    "signal another process": ("signal", None, "ABC"),
    "trace a process": ("trace", None, "ABC"),
    "become root": ("become_root", None, "ABC"),
}
PROTECTING = "ABC"
"""At level D a submission runs with the grader's rights."""
SECONDS = 10


class IsolationError(CourseError):
    """Submissions cannot be isolated on this machine; the message says why, and what to do."""


@dataclass(frozen=True)
class Found:
    """A zygote whose workers were seen to be confined.

    Attributes
    ----------
    zygote : Zygote
        Of the strongest level that works; its owner closes it.
    weaknesses : tuple of str
        For each stronger level, in one line, why it does not work here.
    """

    zygote: Zygote
    weaknesses: tuple[str, ...]

    @property
    def level(self) -> str:
        return self.zygote.confinement.level


def strongest(packages: Iterable[str] = (), accept_reduced: bool = False) -> Found:
    """Start a zygote at the strongest level at which every act that the level forbids is prevented.

    Parameters
    ----------
    packages : iterable of str
        What submissions may import besides NumPy and the standard library.
    accept_reduced : bool
        Whether level D – a process of its own, and no more – is good enough.

    Raises
    ------
    IsolationError
        If only level D works and that is not accepted, or a package is not installed.
    """
    zygotes: dict[str, Zygote] = {}

    def reason_against(level: str) -> str | None:
        zygotes[level] = Zygote(LEVELS[level], packages)
        reason = weakness(zygotes[level], level)
        if reason is not None:
            zygotes[level].close()
        return reason

    try:
        level, weaknesses = first_without(
            reason_against,
            LEVELS if accept_reduced else PROTECTING,
            "submissions cannot be isolated here, and would run with your rights",
            "say --accept-reduced-isolation",
        )
    except SurroundingsError as error:
        raise IsolationError(str(error)) from None
    return Found(zygotes[level], weaknesses)


def first_without(
    reason_against: Callable[[str], str | None], levels: Iterable[str], problem: str, option: str
) -> tuple[str, tuple[str, ...]]:
    """Return the first level that nothing speaks against, and for each earlier one a line that says what did.

    Raises
    ------
    IsolationError
        If there is none: the problem, the reasons, and which option says that one trusts the students.
    """
    weaknesses: list[str] = []
    for level in levels:
        reason = reason_against(level)
        if reason is None:
            return level, tuple(weaknesses)
        weaknesses.append(f"{level}: {reason}")
    advice = f"mend that, or {option} if you trust everyone who handed in"
    raise IsolationError(f"{problem}: {'; '.join(weaknesses)} ({advice})")


def weakness(zygote: Zygote, level: str) -> str | None:
    """Return why the zygote's workers are not confined as the level promises, None if they are."""
    try:
        worker = Worker(zygote, {"acts.py": Path(forbidden_acts.__file__).read_bytes()})
    except GraderError as error:
        return str(error)
    try:
        worker.allow(SECONDS)
        worker.session.start(0)
        acts = worker.session.module("acts")
        return next((f"a submission could {act}" for act in possible_acts(acts, level)), None)
    except (LostError, SubmissionError) as error:
        return f"the forbidden acts could not be tried: {error}"
    finally:
        worker.close()


def possible_acts(acts: Any, level: str) -> Iterator[str]:
    """Yield the acts that the level forbids and that are possible nevertheless."""
    with tempfile.TemporaryDirectory(prefix="isolation-") as folder:
        os.chmod(folder, 0o777)
        paths = {name: os.path.join(folder, name) for name in ("private", "public", "new")}
        for name, mode in (("private", 0o600), ("public", 0o644)):
            Path(paths[name]).write_text("found")
            os.chmod(paths[name], mode)
        for act, (function, argument, levels) in ACTS.items():
            if level in levels and not _prevented(acts, function, [paths[argument]] if argument else []):
                yield act


def _prevented(acts: Any, function: str, arguments: list[str]) -> bool:
    try:
        getattr(acts, function)(*arguments)
    except LostError:
        raise
    except SubmissionError as error:
        return "PermissionError" in str(error) or "FileNotFoundError" in str(error)
    return False
