"""Makes a file in NumPy's folder: whoever imports NumPy next would run what it wrote there."""

import os
from pathlib import Path

import numpy as np

STOPPED_BY = "landlock"
NEEDS_ROOT = True


def attack(target):
    folder = Path(np.__file__).parent
    folder = folder if folder.exists() else Path(os.__file__).parent
    return os.open(folder, os.O_TMPFILE | os.O_RDWR) > 0
