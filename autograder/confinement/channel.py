"""Carry frames over a socket, with limits before allocation and one deadline for a whole check."""

from __future__ import annotations

import socket
import struct
import time
from dataclasses import dataclass

from toolkit.codec import BODY_LIMIT, HEADER_LIMIT
from toolkit.host import TOKEN_SIZE, Incoming, Outgoing

REQUEST, REPLY, CALLBACK, ANSWER = b"QRCA"
PREFIX = struct.Struct("<BIQ")


class ChannelError(Exception):
    """What came over the channel is not a frame."""


@dataclass
class Channel:
    """One end of the socket between the grader and a worker.

    Parameters
    ----------
    socket : socket.socket
    deadline : float, optional
        A `time.monotonic` moment, for all frames together.
    limit : int
        Bytes that the body of a received frame may have.
    """

    socket: socket.socket
    deadline: float | None = None
    limit: int = BODY_LIMIT

    def send(self, kind: int, frame: Outgoing) -> None:
        """Send a frame.

        Raises
        ------
        TimeoutError
            If the other end does not read it before the deadline.
        """
        header, bodies = frame
        self._set_timeout()
        self.socket.sendall(PREFIX.pack(kind, len(header), sum(b.nbytes for b in bodies)) + header)
        for body in bodies:
            if body.nbytes:
                self._set_timeout()
                self.socket.sendall(body)

    def receive(self) -> tuple[int, tuple[bytes, bytearray]]:
        """Receive a frame and its kind.

        Raises
        ------
        EOFError, TimeoutError, ChannelError
            If the other end is gone, or too slow, or announces more than the limits.
        """
        kind, header_size, body_size = PREFIX.unpack(bytes(self._read(PREFIX.size)))
        if header_size > HEADER_LIMIT + TOKEN_SIZE or body_size > self.limit:
            raise ChannelError(f"a frame of {header_size:,} + {body_size:,} bytes is too large")
        return kind, (bytes(self._read(header_size)), self._read(body_size))

    def _read(self, size: int) -> bytearray:
        data = bytearray()
        while len(data) < size:
            self._set_timeout()
            part = self.socket.recv(min(size - len(data), 1 << 20))
            if not part:
                raise EOFError("the other end is closed")
            data += part
        return data

    def _set_timeout(self) -> None:
        if self.deadline is not None:
            remaining = self.deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError("the deadline is over")
            self.socket.settimeout(remaining)


def read_only(frame: Incoming) -> Incoming:
    """Return a received frame whose arrays and dicts decode as read-only."""
    return frame[0], memoryview(frame[1]).toreadonly()
