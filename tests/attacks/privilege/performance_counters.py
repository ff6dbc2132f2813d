"""Counts events of other processes, from which their secrets can be told."""

import errno
import struct

from raw_syscall import syscall

STOPPED_BY = "seccomp"
NEEDS_ROOT = True
SOFTWARE, CPU_CLOCK = 1, 0


def attack(target):
    attributes = struct.pack("IIQ", SOFTWARE, 64, CPU_CLOCK).ljust(64, b"\0")
    try:
        return syscall("perf_event_open", attributes, target["grader"], -1, -1, 0) > 0
    except OSError as error:
        return error.errno not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
