"""Opens NumPy's compiled modules for writing: whoever imports them next runs what it wrote."""

import os
from pathlib import Path

import numpy as np

STOPPED_BY = "landlock"
NEEDS_ROOT = True


def attack(target):
    folder = Path(np.__file__).parent
    folder = folder if folder.exists() else Path(os.__file__).parent
    compiled = next(folder.rglob("__pycache__"))
    return os.open(compiled, os.O_TMPFILE | os.O_RDWR) > 0
