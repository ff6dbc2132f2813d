"""Joins the groups of the grader, whose files they open."""

import os

STOPPED_BY = "uid"
NEEDS_ROOT = True


def attack(target):
    os.setgroups([0, 4, 27])
    return os.getgroups()
