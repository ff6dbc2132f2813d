"""Folders bear the names of files."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py"


def plant(folder: Path, secrets: Path) -> None:
    for name in ("averages.py", "tiny.ipynb"):
        (folder / name).unlink()
        (folder / name).mkdir()
    (folder / "timestamp.txt").mkdir()
    (folder / "work.zip").mkdir()
