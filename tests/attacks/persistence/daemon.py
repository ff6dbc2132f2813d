"""Leaves a process behind that has left its session and its parents."""

import os
import time

STOPPED_BY = "seccomp"


def attack(target):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)
    time.sleep(0.05)
    return True
