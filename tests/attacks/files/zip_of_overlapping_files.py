"""All entries of a zip share the same packed bytes, so that its size says nothing."""

import struct
import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""
COPIES = 12


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    work = folder / "work.zip"
    with zipfile.ZipFile(work, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tiny.ipynb", bytes(30 << 20))
    data = work.read_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    listing = data[start:end] * COPIES
    counts = struct.pack("<HHII", COPIES, COPIES, len(listing), start)
    work.write_bytes(data[:start] + listing + data[end : end + 8] + counts + data[end + 20 :])
