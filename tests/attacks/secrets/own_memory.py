"""Reads its own memory where the grader keeps a secret in its own: a forked process is a copy."""

import ctypes

STOPPED_BY = "zygote"


def attack(target):
    return ctypes.string_at(target["address"], target["size"] - 1).decode()
