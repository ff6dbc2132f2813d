"""Gives its results to somebody else."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.rename(target["results"], target["results"].replace("eve", "bob"))
