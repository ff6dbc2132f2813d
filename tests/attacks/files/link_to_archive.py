"""An archive is a link to one that others made."""

from pathlib import Path

STOPPED_BY = "collector"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / "work.zip").symlink_to(secrets / "secret.zip")
