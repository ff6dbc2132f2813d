"""Kills the process that another submission runs in."""

import os
import signal

STOPPED_BY = "seccomp"


def attack(target):
    number = os.pidfd_open(target["neighbour"])
    signal.pidfd_send_signal(number, signal.SIGKILL)
    return True
