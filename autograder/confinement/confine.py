"""Take from a worker process, right after its fork, all that the submission does not need."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

ISOLATION = "D"
MEMORY_LIMIT = 3 << 29
CPU_LIMIT = 600
SPARE_UIDS = range(60_706, 61_184)  # no system gives these to anybody
CHANNEL = 3
DESCRIPTORS = 65_536
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38


def confine(channel: int) -> int:
    """Confine the calling process and return the number of its channel's descriptor.

    After it: descriptors 0–2 are /dev/null and the channel is the only other one; the environment is
    empty; the process has its own session, limits on memory, CPU time, file size and core dumps, can start
    no process or thread, has a spare user id of its own if it was root's, and dies with its parent. The
    grader's own package cannot be imported.

    Returns
    -------
    int
        The channel's descriptor.
    """
    _close_descriptors(channel)
    os.environ.clear()
    os.setsid()
    os.umask(0o077)
    _limit()
    _forget_grader()
    if os.getuid() == 0:
        os.setgroups([])
        spare = SPARE_UIDS[os.getpid() % len(SPARE_UIDS)]
        os.setresgid(spare, spare, spare)
        os.setresuid(spare, spare, spare)
    die_with_parent()
    _prctl(_PR_SET_DUMPABLE, 0)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    return CHANNEL


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), f"prctl({option}) failed")


def _close_descriptors(channel: int) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    kept = os.dup2(channel, max(channel, null) + 1)
    for number in range(3):
        os.dup2(null, number)
    os.dup2(kept, CHANNEL)
    os.closerange(CHANNEL + 1, DESCRIPTORS)


def _limit() -> None:
    for kind, value in (
        (resource.RLIMIT_AS, MEMORY_LIMIT),
        (resource.RLIMIT_CPU, CPU_LIMIT),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def _forget_grader() -> None:
    """Make `import autograder` fail: drop it from the loaded modules and from where modules are found."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sys.path[:] = [entry for entry in sys.path if entry and os.path.abspath(entry) != root]
    sys.meta_path[:] = [finder for finder in sys.meta_path if "editable" not in repr(finder).lower()]
    sys.path_hooks[:] = [hook for hook in sys.path_hooks if "editable" not in repr(hook).lower()]
    for name in [name for name in sys.modules if name.split(".")[0] == "autograder"]:
        del sys.modules[name]
