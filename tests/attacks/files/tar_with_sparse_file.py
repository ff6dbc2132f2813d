"""A tar holds a sparse file: a few bytes that stand for a terabyte."""

import tarfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    sparse = tarfile.TarInfo("averages.py")
    sparse.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.realsize": str(1 << 40),
    }
    with tarfile.open(folder / "work.tar", "w") as archive:
        archive.addfile(sparse)
