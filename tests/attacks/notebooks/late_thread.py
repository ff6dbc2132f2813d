"""Leaves a thread that goes on writing files after the notebook's last cell."""

import itertools
import threading

STOPPED_BY = "process"


def write():
    for number in itertools.count():
        with open(f"late{number % 10}", "w") as file:
            file.write(str(number))


def attack(target):
    threading.Thread(target=write).start()
