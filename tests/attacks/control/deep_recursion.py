"""Raises Python's limit of nested calls, and nests until the stack is full."""

import sys

STOPPED_BY = "process"


def attack(target):
    sys.setrecursionlimit(10**9)

    def deeper(call):
        return sorted([1, 2], key=lambda _: call(call))

    return deeper(deeper)
