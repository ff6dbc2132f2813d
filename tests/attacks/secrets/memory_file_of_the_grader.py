"""Reads the grader's memory through /proc."""

import os

STOPPED_BY = "landlock"


def attack(target):
    memory = os.open(f"/proc/{target['grader']}/mem", os.O_RDONLY)
    return os.pread(memory, target["size"], target["address"]).decode()
