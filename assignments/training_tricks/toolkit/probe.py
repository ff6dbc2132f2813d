"""Run a check's probe on a submission, a reference or a mistake, and keep what came of it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from toolkit.checks import Check
from toolkit.errors import GraderError, LostError, SubmissionError
from toolkit.measures import clock
from toolkit.module import Given, Session
from toolkit.shapes import Shape

PUBLIC = b"public"


@dataclass(frozen=True)
class Outcome:
    """What one probe gave: named outputs, or a failure with its message.

    Attributes
    ----------
    outputs : mapping or None
        None if the probe did not end.
    status : str
        `passed` for "the probe ended", else the status of the failure.
    shapes : sequence of Shape
        Kind and arity of every reply, in order.
    lost : bool
        The process that ran the code is gone.
    """

    outputs: Mapping[str, Any] | None
    status: str = "passed"
    message: str = ""
    frames: tuple[str, ...] = ()
    shapes: Sequence[Shape] = ()
    seconds: float = 0.0
    printed: str = field(default="", compare=False)
    lost: bool = False


def run_probe(
    check: Check,
    session: Session,
    seed: int,
    expected: Sequence[Shape] | None = None,
    given: Given | None = None,
) -> Outcome:
    """Run one probe.

    Parameters
    ----------
    check : Check
    session : Session
        With the modules of the reference, a mistake or a submission.
    seed : int
        Of the probe's `rng`; the submission's global generators get another one drawn from it.
    expected : sequence of Shape, optional
        The reference's replies. Without it the probe runs on our own code, and a failure of the probe
        itself is raised instead of being laid at the submission's door.
    given : mapping of str to mapping of str to callable, optional
        Functions that take the place of the submission's, by module and name, before the probe begins.
    """
    rng = np.random.default_rng(seed)
    begun = time.perf_counter()

    def failure(status: str, message: str, frames: tuple[str, ...] = (), lost: bool = False) -> Outcome:
        try:
            printed = "" if lost else session.printed()
        except SubmissionError:
            printed, lost = "", True
        seconds = time.perf_counter() - begun
        return Outcome(None, status, message, frames, tuple(session.shapes), seconds, printed, lost)

    try:
        with clock(session.clock), np.errstate(all="ignore"):
            session.start(int(rng.integers(2**63)), list(expected) if expected is not None else None)
            for module, functions in (given or {}).items():
                for name, function in functions.items():
                    setattr(session.module(module), name, function)
            outputs = dict(check(session.module(check.module), rng))
        printed = session.printed()
    except LostError as error:
        return failure(error.status, str(error), error.frames, lost=True)
    except SubmissionError as error:
        return failure(error.status, str(error), error.frames)
    except Exception as error:
        if expected is None or isinstance(error, GraderError):
            raise
        return failure("failed", f"{type(error).__name__}: {error}")
    shapes = tuple(session.shapes)
    return Outcome(outputs, shapes=shapes, seconds=time.perf_counter() - begun, printed=printed)


def seed_of(secret: bytes, assignment: str, check: str) -> int:
    """Return the seed of a check's inputs, 64 bits; the release and notebooks use the secret `PUBLIC`."""
    words = (b"seed", secret, assignment.encode(), check.encode())
    return int.from_bytes(hashlib.sha256(b"\0".join(words)).digest()[:8], "big")
