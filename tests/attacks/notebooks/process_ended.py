"""Ends the process of the notebook, in the hope that no output means no error."""

import os

STOPPED_BY = "process"


def attack(target):
    os._exit(0)
