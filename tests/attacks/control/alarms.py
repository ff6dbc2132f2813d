"""Has the kernel send it a signal a thousand times a second, to disturb every read and write."""

import signal

STOPPED_BY = "seccomp"


def attack(target):
    signal.signal(signal.SIGALRM, lambda number, frame: None)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return signal.getitimer(signal.ITIMER_REAL)[1] > 0
