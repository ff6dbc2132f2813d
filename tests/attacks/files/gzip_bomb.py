"""A tar of a few kilobytes unpacks to gigabytes, and its headers say so nowhere."""

import gzip
import tarfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with gzip.open(folder / "work.tar.gz", "wb") as file:
        header = tarfile.TarInfo("data.bin")
        header.size = 1 << 30
        file.write(header.tobuf())
        for _ in range(300):
            file.write(bytes(1 << 20))
