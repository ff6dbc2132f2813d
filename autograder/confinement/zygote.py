"""The grader's end of a zygote: starts it with the layers asked for, and has it fork and reap workers."""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
from collections.abc import Iterable

from autograder.confinement import launching
from autograder.confinement.bubblewrap import BubblewrapError
from autograder.confinement.launching import last_line, launch
from autograder.confinement.levels import Confinement
from autograder.confinement.surroundings import Surroundings, surroundings
from toolkit.errors import GraderError

ENVIRONMENT = {**launching.ENVIRONMENT, "PYTHONHASHSEED": "0"}
PATIENCE = 60.0
"""Seconds in which a zygote answers, if it does at all."""
START = (
    "import json, sys; sys.path += json.loads(sys.argv[1])['roots'];"
    "from autograder.confinement.forking import main; main(sys.argv[1])"
)


class Zygote:
    """A zygote process; started by the first `fork`, and anew if it was killed.

    Its methods raise `GraderError` if the process is gone or cannot be started.

    Parameters
    ----------
    confinement : Confinement
        The layers that surround its workers.
    packages : iterable of str
        What submissions may import besides NumPy and the standard library.
    """

    def __init__(self, confinement: Confinement, packages: Iterable[str] = ()) -> None:
        self.confinement = confinement
        self.packages = tuple(packages)
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def fork(self, channel: socket.socket) -> tuple[int, int]:
        """Fork a worker that serves `channel`; return its number for `reap` and a pidfd of it."""
        control = self._start()
        try:
            socket.send_fds(control, [b"fork"], [channel.fileno()])
            message, descriptors, _, _ = socket.recv_fds(control, 64, 1)
        except OSError:
            message = b""
        if not message:
            raise self._gone()
        return int(message), descriptors[0]

    def reap(self, number: int) -> int:
        """Return the exit code of a worker that is dead or dying (negative: the signal that killed it)."""
        control = self._start()
        try:
            control.send(b"reap %d" % number)
        except OSError:
            raise self._gone() from None
        message = _received(control)
        if not message:
            raise self._gone()
        return int(message)

    def close(self) -> None:
        """End the zygote; its workers die with it."""
        if self._process is not None and self._control is not None:
            self._control.close()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = self._control = None

    def _gone(self) -> GraderError:
        self.close()
        return GraderError("the process that starts the workers was killed (too little memory?): grade again")

    def _start(self) -> socket.socket:
        if self._control is None:
            around = surroundings(self.packages)
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs, tempfile.TemporaryFile() as errors:
                try:
                    self._process = launch(
                        [START, self._settings(theirs.fileno(), around)],
                        around,
                        self.confinement.bubblewrap,
                        ENVIRONMENT,
                        theirs,
                        errors,
                    )
                except (BubblewrapError, OSError) as error:
                    ours.close()
                    raise GraderError(f"the process that starts workers cannot be started: {error}") from None
                theirs.close()
                ours.settimeout(PATIENCE)
                self._control = ours
                if _received(ours) != b"ready":
                    self.close()
                    said = last_line(errors) or "it said nothing"
                    raise GraderError(f"the process that starts workers did not start: {said}")
        return self._control

    def _settings(self, control: int, around: Surroundings) -> str:
        given = {
            "control": control,
            "packages": self.packages,
            "use_landlock": self.confinement.landlock,
            "use_seccomp": self.confinement.seccomp,
            "readable": [str(path) for path in (*around.readable, *around.packages)],
            "listable": [str(path) for path in around.standard],
            "roots": [str(path) for path in around.roots],
        }
        return json.dumps(given)


def _received(control: socket.socket) -> bytes:
    """Return what the zygote says next, nothing if it is gone or silent."""
    try:
        return control.recv(64)
    except OSError:
        return b""
