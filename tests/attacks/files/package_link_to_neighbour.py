"""The modules of a package, and a folder in it, are links to another student's."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    neighbour = folder.parent.parent / "ada" / "tiny"
    (folder / "given.py").unlink()
    (folder / "averages.py").unlink()
    (folder / "cs231n").mkdir()
    (folder / "cs231n" / "averages.py").symlink_to(neighbour / "averages.py")
    (folder / "cs231n" / "classifiers").symlink_to(neighbour)
