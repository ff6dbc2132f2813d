"""Announces a message and sends it one byte at a time, each before anybody's patience ends."""

import os
import signal
import time

STOPPED_BY = "deadline"


def attack(target):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    os.write(3, (1 << 20).to_bytes(4, "little"))
    while True:
        os.write(3, b" ")
        time.sleep(0.05)
