"""Carry messages between the grader and the process of a notebook: JSON with its length before it."""

from __future__ import annotations

import json
import socket
from typing import Any

FRAME_LIMIT = 64 << 20
LENGTH = 4
PIECE = 1 << 18


class Wire:
    """One end of the socket."""

    def __init__(self, end: socket.socket) -> None:
        self.socket = end
        self._buffer = bytearray()

    def send(self, message: dict[str, Any]) -> None:
        """Send a message."""
        data = json.dumps(message).encode()
        self.socket.sendall(len(data).to_bytes(LENGTH, "little") + data)

    def frame(self) -> bytes | None:
        """Return the next message that has arrived as a whole, None if there is none.

        Raises
        ------
        ValueError
            If a message is announced that is larger than any may be.
        """
        size = int.from_bytes(self._buffer[:LENGTH], "little")
        if size > FRAME_LIMIT:
            raise ValueError(f"an output of {size:,} bytes at once")
        if len(self._buffer) < LENGTH + size:
            return None
        frame = bytes(self._buffer[LENGTH : LENGTH + size])
        del self._buffer[: LENGTH + size]
        return frame

    def fill(self) -> None:
        """Wait until something arrives, and read that.

        Raises
        ------
        EOFError
            If the other end is closed.
        """
        data = self.socket.recv(PIECE)
        if not data:
            raise EOFError
        self._buffer += data
