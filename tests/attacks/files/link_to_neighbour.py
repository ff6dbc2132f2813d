"""A module is a relative link to another student's."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    (folder / "averages.py").symlink_to("../../ada/tiny/averages.py")
