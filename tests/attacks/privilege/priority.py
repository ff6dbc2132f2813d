"""Takes the processor from all others."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.setpriority(os.PRIO_PROCESS, 0, 1)
    return os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0)) is None
