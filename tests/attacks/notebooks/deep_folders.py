"""Nests folders so deeply that those who measure or remove them lose their way."""

import os

STOPPED_BY = "rlimits"


def attack(target):
    while True:
        os.mkdir("a" * 100)
        os.chdir("a" * 100)
