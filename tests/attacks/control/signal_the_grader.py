"""Sends a signal to the grader, to end it before it writes a result."""

import os
import signal

STOPPED_BY = "seccomp"


def attack(target):
    os.kill(target["grader"], signal.SIGUSR1)
