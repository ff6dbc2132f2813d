"""Ends the process at once, without cleaning up."""

import os

STOPPED_BY = "process"


def attack(target):
    os._exit(0)
