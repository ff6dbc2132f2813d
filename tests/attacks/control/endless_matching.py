"""Matches a pattern that takes exponential time, in C."""

import re

STOPPED_BY = "deadline"


def attack(target):
    return re.match("(a*)*b", "a" * 60)
