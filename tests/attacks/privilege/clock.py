"""Sets the machine's clock, by a difference of nothing: late submissions would be early."""

import time

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    time.clock_settime(time.CLOCK_REALTIME, time.clock_gettime(time.CLOCK_REALTIME))
    return True
