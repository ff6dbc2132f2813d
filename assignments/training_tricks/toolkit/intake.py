"""Take in what a submission sends, with limits on each frame and on all frames of one check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from toolkit.codec import CodecError, decode
from toolkit.errors import LostError
from toolkit.host import Incoming

FRAME_LIMIT = 100_000
BYTE_LIMIT = 512 << 20


@dataclass
class Intake:
    """Counts the frames and bytes that one check has received."""

    frames: int = 0
    size: int = 0

    def value(self, frame: Incoming, other: Callable[[Any], Any], token: bytes = b"") -> Any:
        """Return the value of a frame, whose header begins with the token of the request that it answers.

        Raises
        ------
        CodecError
            If it is no frame, or does not answer the request, like one that was sent before it.
        LostError
            If the submission has sent more than a check may receive.
        """
        header, body = frame
        self.frames += 1
        self.size += len(header) + len(body)
        if self.frames > FRAME_LIMIT or self.size > BYTE_LIMIT:
            most = f"{FRAME_LIMIT:,} calls or {BYTE_LIMIT >> 20} MiB"
            raise LostError("crashed", f"your code sent too much: more than {most} in one check")
        if not header.startswith(token):
            raise CodecError("it answers no request of the grader")
        return decode(header[len(token) :], body, other)
