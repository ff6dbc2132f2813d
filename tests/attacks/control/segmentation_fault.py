"""Reads memory that is not there."""

import ctypes

STOPPED_BY = "process"


def attack(target):
    ctypes.string_at(8)
