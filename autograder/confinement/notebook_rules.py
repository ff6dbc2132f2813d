"""What the process of an ordinary notebook may ask of the system: its calls and its limits."""

from __future__ import annotations

import errno
import os
import resource
import socket

from autograder.confinement.seccomp import PLAIN, REFUSE, WRITING, Argument, Rule

FILE_SIZE = 64 << 20
OPEN_FILES = 64
TASKS = 4096
THREAD = 0x3D0F00
"""The flags with which the C library starts a thread, and nothing else."""
FCNTL_COMMANDS = (*range(8), 1030)  # duplicate, flags, locks; F_DUPFD_CLOEXEC
IOCTL_COMMANDS = (0x5401, 0x5421, 0x5450, 0x5451)  # TCGETS, FIONBIO, FIONCLEX, FIOCLEX
PRETEND = REFUSE | 0
"""Do nothing and answer that it was done."""

FILES = """
    access chdir dup dup2 dup3 faccessat faccessat2 fchdir fdatasync flock fsync ftruncate lstat pwrite64
    rename renameat renameat2 rmdir stat unlink unlinkat
""".split()
WAITING = """
    epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2 getitimer getpeername getsockname getsockopt
    futex pipe2 pselect6 recvfrom select setitimer shutdown
""".split()


def notebook_rules() -> list[Rule]:
    """Return what the calling process needs to run a notebook.

    It may compute, start threads, read files and write those that Landlock lets it write, and talk to itself.
    Changing modes or times of files seems to work, so that `shutil.copy` does.
    """
    return [
        *map(Rule, (*PLAIN, *FILES, *WAITING)),
        Rule("openat", (Argument(2, 0, mask=WRITING),)),
        *(Rule("openat", (Argument(2, mode, mask=os.O_ACCMODE),)) for mode in (os.O_WRONLY, os.O_RDWR)),
        *(Rule(call, (Argument(at, 0o700, mask=0o700),)) for call, at in (("mkdir", 1), ("mkdirat", 2))),
        *(Rule("fcntl", (Argument(1, command),)) for command in FCNTL_COMMANDS),
        *(Rule("ioctl", (Argument(1, command),)) for command in IOCTL_COMMANDS),
        *(Rule(call, verdict=PRETEND) for call in ("chmod", "fchmod", "fchmodat", "utimensat")),
        Rule("listxattr", verdict=REFUSE | errno.ENOTSUP),
        Rule("prlimit64", (Argument(2, 0), Argument(2, 0, high=True))),
        Rule("socketpair", (Argument(0, socket.AF_UNIX),)),
        Rule("sendto", (Argument(4, 0), Argument(4, 0, high=True))),
        Rule("clone", (Argument(0, THREAD),)),
        Rule("tgkill", (Argument(0, os.getpid()),)),
    ]


def notebook_limits(memory: int, seconds: float) -> tuple[tuple[int, int], ...]:
    """Return the limits of a process that may use this much memory, and this much time with four threads."""
    return (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, 4 * round(seconds)),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, TASKS),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    )
