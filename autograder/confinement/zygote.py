"""The zygote: a process with NumPy loaded and no secret in it, which forks a worker for each submission.

It speaks one datagram a turn: `fork` with a worker's end of a channel, answered by a pidfd; `reap` and a
process number, answered by the exit status.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from autograder.confinement.worker import work
from toolkit.errors import GraderError

PRELOAD = """
    numpy numpy.random numpy.ma numpy.fft numpy.linalg numpy.polynomial numpy.lib.stride_tricks
    abc bisect collections contextlib copy dataclasses decimal enum fractions functools heapq inspect io
    itertools json logging math operator os pathlib pickle platform pprint queue random re statistics string
    struct sys tempfile textwrap threading time timeit traceback types typing unittest warnings toolkit.host
""".split()
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
START = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.confinement.zygote import main; main(int(sys.argv[2]))"


def main(descriptor: int) -> None:
    """Serve the control socket until its other end closes."""
    control = socket.socket(fileno=descriptor)
    for name in PRELOAD:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 64, 1)
        if not message:
            return
        if message == b"fork":
            _fork(control, descriptors[0])
        else:
            control.send(b"%d" % _reap(int(message.removeprefix(b"reap "))))


def _fork(control: socket.socket, channel: int) -> None:
    pid = os.fork()
    if pid == 0:
        try:
            work(channel)
        finally:
            os._exit(70)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [str(pid).encode()], [pidfd])
    os.close(pidfd)
    os.close(channel)


def _reap(pid: int) -> int:
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:  # of an earlier zygote, and killed with it
        return -signal.SIGKILL


class Zygote:
    """The grader's end of a zygote process; started by the first `fork`, and anew if it was killed.

    Its methods raise `GraderError` if the process is gone.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def fork(self, channel: socket.socket) -> tuple[int, int]:
        """Fork a worker that serves `channel`; return its process number and a pidfd of it."""
        control = self._start()
        try:
            socket.send_fds(control, [b"fork"], [channel.fileno()])
            message, descriptors, _, _ = socket.recv_fds(control, 64, 1)
        except OSError:
            message = b""
        if not message:
            raise self._gone()
        return int(message), descriptors[0]

    def reap(self, pid: int) -> int:
        """Return the exit code of a worker that is dead or dying (negative: the signal that killed it)."""
        control = self._start()
        try:
            control.send(b"reap %d" % pid)
            message = control.recv(64)
        except OSError:
            message = b""
        if not message:
            raise self._gone()
        return int(message)

    def close(self) -> None:
        """End the zygote; its workers die with it."""
        if self._process is not None and self._control is not None:
            self._control.close()
            self._process.wait()
            self._process = self._control = None

    def _gone(self) -> GraderError:
        self.close()
        return GraderError("the process that starts the workers was killed (too little memory?): grade again")

    def _start(self) -> socket.socket:
        if self._control is None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                root = str(Path(__file__).parents[2])
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-s", "-B", "-c", START, root, str(theirs.fileno())],
                    pass_fds=[theirs.fileno()],
                    env=ENVIRONMENT,
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                )
            self._control = ours
            if ours.recv(64) != b"ready":
                self.close()
                raise GraderError("the process that starts workers did not start: run `autograder doctor`")
        return self._control
