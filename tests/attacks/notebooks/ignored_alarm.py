"""Turns off the clock that interrupts a cell, and sleeps."""

import signal
import time

STOPPED_BY = "deadline"


def attack(target):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(1000)
