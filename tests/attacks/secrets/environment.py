"""Reads the course secret from the environment that Python knows."""

import os
import posix

STOPPED_BY = "environment"


def attack(target):
    every = {**os.environb, **posix.environ}
    return [value.decode() for name, value in every.items() if b"AUTOGRADER" in name]
