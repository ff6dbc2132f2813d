"""A zip says that its files are small, or larger than any disk."""

import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = "given.py"


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    work = folder / "work.zip"
    with zipfile.ZipFile(work, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("averages.py", bytes(100 << 20))
        archive.writestr("given.py", "x = 1")
    data = bytearray(work.read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 1)
    data[first + 24 : first + 28] = (5).to_bytes(4, "little")
    data[second + 24 : second + 28] = b"\xff" * 4
    work.write_bytes(data)
