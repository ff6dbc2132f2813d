"""Headers of a tar say that names and files are larger than any disk, or smaller than nothing."""

import tarfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    for number, kind in enumerate((tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.REGTYPE)):
        for sign, size in (("huge", 1 << 60), ("negative", -512)):
            header = tarfile.TarInfo("averages.py")
            header.type, header.size = kind, size
            (folder / f"{sign}{number}.tar").write_bytes(header.tobuf(tarfile.GNU_FORMAT) + bytes(1024))
