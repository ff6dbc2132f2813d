"""Loops for ever, swallows every interrupt, and leaves a thread that loops, too."""

import threading

STOPPED_BY = "deadline"


def spin():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def attack(target):
    threading.Thread(target=spin, daemon=True).start()
    spin()
