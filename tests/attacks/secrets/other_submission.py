"""Copies the work of another student out of the folder of submissions."""

import os
from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    found = []
    for folder, _, names in os.walk(os.path.join(target["course"], "submitted")):
        found += [Path(folder, name).read_text() for name in names]
    return found
