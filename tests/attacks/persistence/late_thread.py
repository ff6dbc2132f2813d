"""Starts a thread that changes the answers after the call has returned."""

import threading
import time

STOPPED_BY = "seccomp"


def attack(target):
    threading.Thread(target=time.sleep, args=(30,)).start()
    return True
