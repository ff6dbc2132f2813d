"""Modules hold NUL bytes, UTF-16 and a declared encoding that does not exist."""

from pathlib import Path

STOPPED_BY = "process"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").write_bytes(b"x = 1\0\n" + "import os".encode("utf-16"))
    (folder / "given.py").write_bytes(b"# coding: nonsense\nx = '\xff'\n")
