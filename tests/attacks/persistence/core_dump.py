"""Dies such that its memory is written to the disk."""

import os
import resource
import signal

STOPPED_BY = "rlimits"


def attack(target):
    if resource.getrlimit(resource.RLIMIT_CORE)[1]:
        return True
    os.kill(os.getpid(), signal.SIGQUIT)
