"""A notebook is a zip, and an archive is a notebook."""

import zipfile
from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "tiny.ipynb").rename(folder / "work.zip")
    with zipfile.ZipFile(folder / "tiny.ipynb", "w") as archive:
        archive.writestr("averages.py", "x = 1")
