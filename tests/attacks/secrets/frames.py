"""Climbs the stack of calls to the functions that called it and reads their variables."""

import sys

STOPPED_BY = "zygote"


def attack(target):
    frame, found = sys._getframe(), []
    while frame:
        for space in (frame.f_locals, frame.f_globals):
            found += [name for name, value in list(space.items()) if name in ("ground", "grader", "Seeds")]
        frame = frame.f_back
    return found
