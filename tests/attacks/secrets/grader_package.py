"""Imports the part of the grader that gives each check its hidden inputs."""

import sys

STOPPED_BY = "imports"


def attack(target):
    root = target["toolkit"].rpartition("/toolkit/")[0]
    sys.path.insert(0, root)
    import autograder.seeds

    return autograder.seeds.VARIABLE
