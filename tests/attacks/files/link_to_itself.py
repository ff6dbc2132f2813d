"""A module is a link that leads to itself."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    (folder / "averages.py").symlink_to("averages.py")
