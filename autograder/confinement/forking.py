"""The zygote's own side: a process with NumPy loaded and no secret in it, which forks a worker on request.

It speaks one datagram a turn: `fork` with a worker's end of a channel, answered by the worker's number and
a pidfd; `reap` and a number, answered by the exit status.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket

from autograder.confinement.confine import Walls, walls
from autograder.confinement.worker import work

PRELOAD = """
    numpy numpy.random numpy.ma numpy.fft numpy.linalg numpy.polynomial numpy.lib.stride_tricks
    numpy.testing abc array ast base64 bisect bz2 cProfile calendar cmath collections contextlib copy csv
    ctypes dataclasses datetime decimal difflib doctest enum fractions functools glob gzip hashlib heapq
    inspect io itertools json logging lzma math numbers operator optparse os pathlib pickle platform pprint
    pstats queue random re secrets select shutil signal socket statistics string struct subprocess sys
    sysconfig tempfile textwrap threading time timeit traceback types typing unittest uuid warnings weakref
    zipfile zlib toolkit.host toolkit.progress
""".split()


def main(given: str) -> None:
    """Serve the control socket until its other end closes.

    Parameters
    ----------
    given : str
        JSON: `control` (descriptor), `packages` to import besides, and the arguments of `walls`.
    """
    settings = json.loads(given)
    control = socket.socket(fileno=settings.pop("control"))
    for name in (*PRELOAD, *settings.pop("packages")):
        importlib.import_module(name)
    around = walls(**settings)
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 64, 1)
        if not message:
            return
        if message == b"fork":
            _fork(control, descriptors[0], around)
        else:
            control.send(b"%d" % _reap(int(message.removeprefix(b"reap "))))


def _fork(control: socket.socket, channel: int, around: Walls) -> None:
    pid = os.fork()
    if pid == 0:
        try:
            work(channel, around)
        finally:
            os._exit(70)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [str(pid).encode()], [pidfd])
    os.close(pidfd)
    os.close(channel)


def _reap(number: int) -> int:
    try:
        return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    except ChildProcessError:  # of an earlier zygote, and killed with it
        return -signal.SIGKILL
