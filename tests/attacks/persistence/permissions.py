"""Takes from the grader the right to write results: changing modes is no access to a file for Landlock."""

import os

STOPPED_BY = "seccomp"


def attack(target):
    os.chmod(target["results"], 0o400)
