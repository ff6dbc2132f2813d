"""Prints without end, so that the grader's memory is full."""

STOPPED_BY = "codec"


def attack(target):
    while True:
        print("x" * 100_000)
