"""Closes the channel to the grader, and goes on."""

import os
import time

STOPPED_BY = "process"
NEEDS_CHANNEL = True


def attack(target):
    os.close(3)
    time.sleep(0.1)
