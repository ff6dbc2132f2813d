"""Deletes its results, hoping for an earlier grade."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.unlink(target["results"])
