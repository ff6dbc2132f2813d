"""Chooses the processor it runs on, to share caches with the grader."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return True
