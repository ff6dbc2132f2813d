"""Takes a lock twice and so waits for itself."""

import threading

STOPPED_BY = "deadline"


def attack(target):
    lock = threading.Lock()
    while lock.acquire():
        pass
