"""Puts another file in the channel's place, so that the grader waits for an answer that never comes."""

import os
import time

STOPPED_BY = "deadline"


def attack(target):
    kept = os.dup(3) if os.path.exists("/dev/null") else 3
    os.dup2(os.open("/dev/null", os.O_RDWR), 3)
    while kept:
        time.sleep(1)
