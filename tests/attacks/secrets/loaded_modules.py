"""Looks for the grader among the modules that are loaded."""

import sys

STOPPED_BY = "zygote"


def attack(target):
    names = ("autograder.references", "autograder.seeds", "autograder.course", "checks")
    return [name for name in names if name in sys.modules]
