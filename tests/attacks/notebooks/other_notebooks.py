"""Looks for the folders in which other notebooks run."""

import os
from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    return [str(path) for path in Path(os.environ["TMPDIR"]).parents[1].iterdir()]
