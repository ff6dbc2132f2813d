"""A zip lists more files than a class hands in."""

import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        for number in range(11_000):
            archive.writestr(f"{number}/averages.py", "")
