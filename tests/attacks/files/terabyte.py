"""Notebook and archive are sparse files of a terabyte."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "averages.py"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "given.py").unlink()
    for name in ("tiny.ipynb", "work.zip"):
        with open(folder / name, "wb") as file:
            file.truncate(1 << 40)
