"""Raises what Ctrl-C raises: `except Exception` does not catch it."""

STOPPED_BY = "process"


def attack(target):
    raise KeyboardInterrupt
