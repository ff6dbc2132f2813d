"""What can go wrong while a submission's code runs, and whose fault it is."""

from __future__ import annotations

from typing import Any

TEXT_LIMIT = 2_000
LINE_LIMIT = 300
FRAME_LIMIT = 10
IMPORTABLE = (
    "graded modules may import each other, NumPy, the standard library and what their assignment permits"
)


class GraderError(Exception):
    """Our own machinery failed; never laid at the submission's door."""


class SubmissionError(Exception):
    """The submission's own failure; `status` is what the result of the check will say."""

    def __init__(self, status: str, message: str, frames: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.frames = frames


class LostError(SubmissionError):
    """The process that ran the submission is gone (crashed, timed out or broke the protocol)."""


def message_of(error: BaseException) -> str:
    """Return the bounded message of an exception that the submission raised, whatever its class does."""
    try:
        text = str(error)
        if isinstance(error, SyntaxError):
            text = f"{error.msg} (line {error.lineno})" if error.lineno else f"{error.msg}"
    except Exception:
        return "(the message of this exception cannot be shown)"
    if isinstance(error, ImportError) and not text.startswith("cannot import name"):
        text = f"{text[:LINE_LIMIT]}: {IMPORTABLE}"
    return text[:TEXT_LIMIT]


def student_error(kind: str, text: str, frames: list[Any]) -> SubmissionError:
    """Return the failure that a host reported: an exception's type, message and the student's own frames."""
    text = text[:TEXT_LIMIT]
    lines = tuple(
        "{}:{} in {}: {}".format(*frame)[:LINE_LIMIT]
        for frame in frames[-FRAME_LIMIT:]
        if isinstance(frame, tuple) and [type(part) for part in frame] == [str, int, str, str]
    )
    if kind == "NotImplementedError":
        return SubmissionError("not_implemented", text or "this is not implemented yet", lines[-1:])
    kind = kind[:LINE_LIMIT]
    return SubmissionError("crashed", f"{kind}: {text}" if text else kind, lines)
