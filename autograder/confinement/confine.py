"""Take from a worker process, right after its fork, all that the submission does not need."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.confinement import landlock, seccomp

MEMORY_LIMIT = 3 << 29
CPU_LIMIT = 600
SPARE_UIDS = range(60_706, 61_184)  # no system gives these to anybody
CHANNEL = 3
RULES = 4
DESCRIPTORS = 65_536
LIMITS = (
    (resource.RLIMIT_AS, MEMORY_LIMIT),
    (resource.RLIMIT_CPU, CPU_LIMIT),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_NOFILE, 64),
    (resource.RLIMIT_NPROC, 0),
    (resource.RLIMIT_MEMLOCK, 0),
    (resource.RLIMIT_MSGQUEUE, 0),
)
CALLS = tuple(seccomp.worker_rules(CHANNEL))
CAPABILITIES_VERSION = 0x20080522
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(frozen=True)
class Walls:
    """What every worker of a zygote is confined with; made once, since making it takes milliseconds.

    Attributes
    ----------
    rules : int or None
        Descriptor of the Landlock rules.
    program : bytes or None
        The seccomp program.
    roots : frozenset of str
        Entries of `sys.path` that workers lose: packages that were imported before stay.
    limits : tuple of pairs of int
        Resources, and what the process may use of them.
    uid : int or None
        The spare user id, if root is to be another user; None for one by the process's number.
    """

    rules: int | None
    program: bytes | None
    roots: frozenset[str]
    limits: tuple[tuple[int, int], ...] = LIMITS
    uid: int | None = None


def walls(
    use_landlock: bool,
    use_seccomp: bool,
    readable: Iterable[str],
    listable: Iterable[str],
    roots: Iterable[str],
    writable: Iterable[str] = (),
    calls: Iterable[seccomp.Rule] = CALLS,
    limits: tuple[tuple[int, int], ...] = LIMITS,
    uid: int | None = None,
) -> Walls:
    """Return walls of paths, system calls and limits; by default those of the workers of this process."""
    paths = (map(Path, given) for given in (readable, listable, writable))
    return Walls(
        rules=landlock.ruleset(*paths) if use_landlock else None,
        program=seccomp.program(calls) if use_seccomp else None,
        roots=frozenset(roots),
        limits=limits,
        uid=uid,
    )


def confine(channel: int, around: Walls) -> int:
    """Confine the calling process and return the number of its channel's descriptor.

    After it: descriptors 0–2 are /dev/null and the channel is the only other one; the environment is
    empty; the process has its own session, limits on memory, CPU time, file size and core dumps, can start
    no process or thread, has no capability, has a spare user id of its own if it was root's, and dies with
    its parent. Only loaded packages and the standard library can be imported. Landlock and seccomp, which
    cannot be taken back, come last.

    Returns
    -------
    int
        The channel's descriptor.
    """
    parent = os.getppid()
    _keep_descriptors(channel, around.rules)
    os.environ.clear()
    os.setsid()
    os.umask(0o077)
    _limit(around.limits)
    _forget_packages(around.roots)
    if os.getuid() == 0:
        os.setgroups([])
        spare = around.uid or spare_uid(os.getpid())
        os.setresgid(spare, spare, spare)
        os.setresuid(spare, spare, spare)
    _drop_capabilities()
    die_with_parent()
    if os.getppid() != parent:
        os._exit(0)
    _prctl(_PR_SET_DUMPABLE, 0)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    if around.rules is not None:
        landlock.restrict(RULES)
        os.close(RULES)
    if around.program is not None:
        seccomp.restrict(around.program)
    return CHANNEL


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def spare_uid(number: int) -> int:
    """Return the user id for the process with this number."""
    return SPARE_UIDS[number % len(SPARE_UIDS)]


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), f"prctl({option}) failed")


def _drop_capabilities() -> None:
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "capabilities cannot be dropped")


def _keep_descriptors(channel: int, rules: int | None) -> None:
    """Close all descriptors but the channel and the rules, and give these their numbers."""
    null = os.open(os.devnull, os.O_RDWR)
    high = max(channel, null, rules or 0, RULES) + 1
    os.dup2(channel, high)
    if rules is not None:
        os.dup2(rules, high + 1)
        os.dup2(high + 1, RULES)
    for number in range(3):
        os.dup2(null, number)
    os.dup2(high, CHANNEL)
    os.closerange(CHANNEL + 1 if rules is None else RULES + 1, DESCRIPTORS)


def _limit(limits: Iterable[tuple[int, int]]) -> None:
    for kind, value in limits:
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def _forget_packages(roots: frozenset[str]) -> None:
    """Let imports find the standard library only, and forget the grader's own modules."""
    sys.path[:] = [entry for entry in sys.path if entry not in roots]
    sys.path_importer_cache.clear()
    for name in [name for name in sys.modules if name.split(".")[0] == "autograder"]:
        del sys.modules[name]
