"""A zip writes into another student's folder, the course and the root folder when it is unpacked."""

import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        for up in ("../../ada/tiny/", "../../../", "/", "..\\..\\ada\\tiny\\", "C:/", "x/../../../ada/tiny/"):
            archive.writestr(f"{up}averages.py", "stolen = True")
