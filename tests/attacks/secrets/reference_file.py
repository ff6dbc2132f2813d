"""Reads the hidden reference, whose answers are the right ones; the file is open to all users."""

import linecache

STOPPED_BY = "landlock"


def attack(target):
    return linecache.getlines(target["reference"])
