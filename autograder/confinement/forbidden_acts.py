"""What no submission may do: sent to a worker like a submission, to see whether it is prevented there."""

from __future__ import annotations

import ctypes
import os
import socket


def read(path: str) -> str:
    """Read a file."""
    with open(path) as file:
        return file.read()


def write(path: str) -> str:
    """Make a file."""
    with open(path, "w") as file:
        return file.name


def find(path: str) -> int:
    """See that a file is there."""
    return os.stat(path).st_size


def connect() -> int:
    """Open a network connection."""
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM).fileno()


def start_process() -> int:
    """Start a process."""
    number = os.fork()
    if number == 0:
        os._exit(0)
    return number


def signal() -> bool:
    """Signal the process that started this one."""
    os.kill(os.getppid(), 0)
    return True


def trace() -> bool:
    """Be traced by another process."""
    if ctypes.CDLL(None).ptrace(0, 0, None, None):
        raise PermissionError("ptrace")
    return True


def become_root() -> bool:
    """Become root."""
    os.setresuid(0, 0, 0)
    return True
