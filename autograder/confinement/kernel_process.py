"""The grader's end of a notebook's process: starts it with the layers asked for, talks to it, and ends it."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from autograder.confinement import launching
from autograder.confinement.bubblewrap import BubblewrapError
from autograder.confinement.launching import last_line, launch
from autograder.confinement.levels import Confinement
from autograder.confinement.notebook_wire import PIECE, Wire
from autograder.confinement.outputs import Broken, Message, Ready
from autograder.confinement.scratch import used
from autograder.confinement.surroundings import whole_environment

START = (
    "import sys; sys.path += sys.argv[2:];"
    "from autograder.confinement.interactive import main; main(int(sys.argv[1]))"
)
ENVIRONMENT = {
    **launching.ENVIRONMENT,
    "TZ": "UTC",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "NBGRADER_EXECUTION": "autograde",
}
START_SECONDS = 60
END_SECONDS = 10
TICK = 0.25


class KernelError(Exception):
    """A notebook's process could not be started, or ended; the message is one clear line."""


@dataclass(frozen=True)
class Allowance:
    """What a notebook may use.

    Attributes
    ----------
    cell, total : float
        Seconds for each cell, and for all of them.
    memory : int
        Bytes of address space.
    disk : int
        Bytes of files at one time.
    outputs : int
        Bytes of all that its cells show.
    """

    cell: float = 60
    total: float = 600
    memory: int = 4 << 30
    disk: int = 512 << 20
    outputs: int = 32 << 20


class KernelProcess:
    """A process that runs a notebook's cells in a folder of its own.

    Parameters
    ----------
    confinement : Confinement
        The layers around it.
    folder : Path
        Made by `scratch_folder`.
    uid : int or None
        The spare user id that owns the folder, if this process is root's.
    allowance : Allowance

    Raises
    ------
    KernelError
        If it cannot be started.
    """

    def __init__(self, confinement: Confinement, folder: Path, uid: int | None, allowance: Allowance) -> None:
        self._folder, self._disk = folder, allowance.disk
        ours, theirs = socket.socketpair()
        self._wire = Wire(ours)
        with theirs, tempfile.TemporaryFile() as errors:
            try:
                settings = self._launch(confinement, theirs, errors)
            except (BubblewrapError, OSError) as error:
                ours.close()
                raise KernelError(f"a notebook's process cannot be started: {error}") from None
            theirs.close()
            try:
                self.send({**settings, "uid": uid, "memory": allowance.memory, "seconds": allowance.total})
                message, _ = next(self.messages(START_SECONDS))
                if not isinstance(message, Ready):
                    raise KernelError(message.reason if isinstance(message, Broken) else "it is not ready")
            except KernelError as error:
                self.close()
                said = last_line(errors) or error
                raise KernelError(f"a notebook's process did not start: {said}") from None

    def send(self, message: dict[str, Any]) -> None:
        """Send a message.

        Raises
        ------
        KernelError
            If the process is gone or does not read.
        """
        self._wire.socket.settimeout(END_SECONDS)
        try:
            self._wire.send(message)
        except OSError:
            raise self._gone() from None

    def messages(self, seconds: float) -> Iterator[tuple[Message, int]]:
        """Yield what the process says, with its size in bytes, for so many seconds.

        Raises
        ------
        KernelError
            If the time is over, the process ended, wrote too many files, or says what is no message.
        """
        end, look = time.monotonic() + seconds, time.monotonic()
        while True:
            try:
                while (frame := self._wire.frame()) is not None:
                    yield msgspec.json.decode(frame, type=Message), len(frame)
            except (msgspec.MsgspecError, RecursionError, UnicodeError):
                raise KernelError("the notebook's process sent something that is no output") from None
            except ValueError as error:
                raise KernelError(f"the notebook's process sent {error}") from None
            now = time.monotonic()
            if now > end:
                raise KernelError("the notebook's process could not be interrupted in time and was ended")
            if now > look:
                self._look_at_files()
                look = now + TICK
            if select.select([self._wire.socket], [], [], TICK)[0]:
                try:
                    self._wire.fill()
                except (EOFError, OSError):
                    raise self._gone() from None

    def close(self) -> None:
        """Kill the process; when this returns, it and its descriptors are gone."""
        self._process.kill()
        self._process.wait()
        with self._wire.socket as wire, suppress(OSError):
            wire.settimeout(END_SECONDS)
            while wire.recv(PIECE):
                pass

    def _launch(self, confinement: Confinement, theirs: socket.socket, errors: IO[bytes]) -> dict[str, Any]:
        """Start the process; return the part of its settings that names paths and layers."""
        around = whole_environment(self._folder)
        own, *sites = map(str, around.roots)
        program = [START, str(theirs.fileno()), own, *sites]
        self._process = launch(program, around, confinement.bubblewrap, ENVIRONMENT, theirs, errors)
        home, work, tmp = (str(self._folder / name) for name in ("home", "work", "tmp"))
        walls = {
            "use_landlock": confinement.landlock,
            "use_seccomp": confinement.seccomp,
            "readable": list(map(str, around.readable)),
            "listable": list(map(str, around.standard)),
            "writable": [*map(str, around.writable), os.devnull],
            "roots": [own],
        }
        return {
            "walls": walls,
            "sites": sites,
            "folder": work,
            "environment": {**ENVIRONMENT, "HOME": home, "TMPDIR": tmp},
        }

    def _look_at_files(self) -> None:
        try:
            size = used(self._folder)
        except OSError as error:
            reason = error.strerror or error
            raise KernelError(f"the notebook made more files than can be looked at ({reason})") from None
        if size > self._disk:
            raise KernelError(f"the notebook wrote more than {self._disk >> 20} MB of files")

    def _gone(self) -> KernelError:
        try:
            code = self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            return KernelError("the notebook's process closed its channel")
        killed = code < 0 or code > 128
        how = "was killed (too much memory or time?)" if killed else f"ended (exit status {code})"
        return KernelError(f"the notebook's process {how}")
