"""Starts threads, of which some thousand fill the machine's table of processes."""

import threading
import time

STOPPED_BY = "seccomp"


def attack(target):
    threads = [threading.Thread(target=time.sleep, args=(1,), daemon=True) for _ in range(20)]
    for thread in threads:
        thread.start()
    return len(threads)
