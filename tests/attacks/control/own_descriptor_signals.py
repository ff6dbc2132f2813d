"""Has the kernel send a signal to the grader whenever there is something to read."""

import fcntl
import os
import signal
import socket

STOPPED_BY = "seccomp"


def attack(target):
    try:
        ours, theirs = socket.socketpair()
    except OSError:
        ours = theirs = socket.socket(fileno=3)
    fcntl.fcntl(ours, fcntl.F_SETOWN, target["grader"])
    fcntl.fcntl(ours, fcntl.F_SETSIG, signal.SIGIO)
    fcntl.fcntl(ours, fcntl.F_SETFL, os.O_ASYNC)
    theirs.send(b"x")
    return fcntl.fcntl(ours, fcntl.F_GETOWN) == target["grader"]
