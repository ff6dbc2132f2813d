"""Mounts a file system over the course's folder; a kind that does not exist shows whether it may."""

import ctypes
import errno

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mount(b"none", target["folder"].encode(), b"no-such-kind", 0, None)
    return ctypes.get_errno() == errno.ENODEV
