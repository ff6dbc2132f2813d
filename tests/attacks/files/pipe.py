"""A module is a pipe into which nobody writes: reading it would wait for ever."""

import os
from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    os.mkfifo(folder / "averages.py")
    os.mkfifo(folder / "timestamp.txt")
    os.mkfifo(folder / "work.zip")
