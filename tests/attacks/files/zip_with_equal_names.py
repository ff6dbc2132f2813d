"""A zip holds modules of equal names, of names that differ in case, and one behind a NUL."""

import warnings
import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = "averages.py"


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with warnings.catch_warnings(), zipfile.ZipFile(folder / "work.zip", "w") as archive:
        warnings.simplefilter("ignore")
        for name in ("averages.py", "AVERAGES.py", "Averages.py", "averages.py", "given.pyX"):
            archive.writestr(name, "x = 1")
    work = folder / "work.zip"
    work.write_bytes(work.read_bytes().replace(b"given.pyX", b"given.py\0"))
