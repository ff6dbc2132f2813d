"""The header of a gzip file holds a name that does not end."""

from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / "work.tgz").write_bytes(b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * (20 << 20))
