"""Sends itself a signal that cannot be caught."""

import os
import signal

STOPPED_BY = "process"


def attack(target):
    os.kill(os.getpid(), signal.SIGKILL)
