"""Starts as many threads as it gets, each with a small stack."""

import threading
import time

STOPPED_BY = "rlimits"


def attack(target):
    threading.stack_size(32768)
    while True:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
