"""The files lie in a folder that is a link to another student's."""

from pathlib import Path

STOPPED_BY = "collector"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / "work").symlink_to("../../ada/tiny")
