"""Kills the process that starts all workers."""

import os
import signal

STOPPED_BY = "seccomp"


def attack(target):
    os.kill(target["zygote"], signal.SIGKILL)
    return True
