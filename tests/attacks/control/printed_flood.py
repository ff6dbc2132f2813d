"""Prints until the grader's memory is full, if it keeps all that is printed."""

STOPPED_BY = "codec"


def attack(target):
    for _ in range(200):
        print("a" * 100_000)
    raise SystemError("printed")
