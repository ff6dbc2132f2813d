"""Reads the environment of the grader, the zygote and the parent from /proc."""

import os
from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    found = ""
    for pid in (target["grader"], target["zygote"], os.getppid(), "self"):
        try:
            found += Path(f"/proc/{pid}/environ").read_text()
        except OSError:
            continue
    return found
