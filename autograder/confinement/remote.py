"""A submission in a worker process, seen from the grader: requests out, replies in, killed when late."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from autograder.confinement.channel import ANSWER, CALLBACK, REPLY, REQUEST, Channel, ChannelError, read_only
from autograder.confinement.zygote import Zygote
from toolkit.codec import REPLY_LIMIT, encode
from toolkit.errors import GraderError, LostError
from toolkit.host import Incoming, Outgoing
from toolkit.module import Session

GRACE = 0.2


class Worker:
    """One worker process with one submission; `session` is how a probe talks to it.

    Parameters
    ----------
    zygote : Zygote
    files : mapping of str to bytes
        The submission's modules, by file name.
    """

    def __init__(self, zygote: Zygote, files: Mapping[str, bytes]) -> None:
        ours, theirs = socket.socketpair()
        self.zygote = zygote
        self.channel = Channel(ours, time.monotonic() + 60, REPLY_LIMIT)
        with theirs:
            try:
                self._number, self.pidfd = zygote.fork(theirs)
            except Exception:
                ours.close()
                raise
        self.alive = True
        self.pid = _process_number(self.pidfd)
        self._clock = (~self.pid << 3) | 2
        self.session = Session(self._exchange, self.cpu_seconds)
        try:
            self.channel.receive()
            self.channel.send(
                REQUEST, encode({name: np.frombuffer(data, np.uint8) for name, data in files.items()})
            )
        except (EOFError, OSError):
            self.close()
            raise GraderError("a worker could not be confined: run `autograder doctor`") from None

    def allow(self, seconds: float) -> None:
        """Set the deadline for all that follows: `seconds` of wall time from now."""
        self.limit = seconds
        self.channel.deadline = time.monotonic() + seconds

    def cpu_seconds(self) -> float:
        """Return the CPU time of the worker so far, read from its own clock by the kernel."""
        return time.clock_gettime(self._clock)

    def peak_memory(self) -> int | None:
        """Return the most bytes of address space that the worker has had; None if it has ended meanwhile."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        peaks = (line.split()[1] for line in status.splitlines() if line.startswith("VmPeak"))
        peak = next(peaks, None)
        return None if peak is None else int(peak) << 10

    def close(self) -> int:
        """Kill the worker if it still runs; return its exit code."""
        if not self.alive:
            return 0
        self.alive = False
        self.channel.socket.close()
        if not select.select([self.pidfd], [], [], GRACE)[0]:
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        os.close(self.pidfd)
        return self.zygote.reap(self._number)

    def _exchange(self, request: Outgoing) -> Incoming:
        try:
            self.channel.send(REQUEST, request)
            while True:
                kind, frame = self.channel.receive()
                if kind == REPLY:
                    return read_only(frame)
                if kind != CALLBACK:
                    raise ChannelError(f"unknown kind of frame {kind}")
                self.channel.send(ANSWER, self.session.answer(read_only(frame)))
        except TimeoutError:
            message = _too_late(self.limit, self.cpu_seconds())
            self._kill()
            raise LostError("timed_out", message) from None
        except ChannelError as error:
            self._kill()
            raise LostError("crashed", f"the answer of your code cannot be read: {error}") from None
        except (EOFError, OSError):
            raise LostError("crashed", _farewell(self.close())) from None

    def _kill(self) -> None:
        if self.alive:
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
            self.close()


def _process_number(pidfd: int) -> int:
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    raise RuntimeError("the kernel does not tell the process of a pidfd")


def _too_late(limit: float, used: float) -> str:
    guess = (
        "does a loop never end, or go over entries one by one where NumPy can take the whole array?"
        if used > limit / 10
        else "does it sleep, or wait for input?"
    )
    return f"stopped after the {limit:.3g} s allowed for this check, {used:.1f} s of CPU time used: {guess}"


def _farewell(code: int) -> str:
    if code >= 0:
        return f"your code ended the whole process (exit status {code}); a function must return instead"
    names = {number.value: number.name for number in signal.Signals}
    name = names.get(-code, f"signal {-code}")
    return f"your code's process was killed by {name}; was it a very deep recursion or too much memory?"
