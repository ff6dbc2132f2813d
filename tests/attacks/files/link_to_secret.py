"""A module is a link to a file that only the grader may read."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    (folder / "averages.py").symlink_to(secrets / "secret.py")
