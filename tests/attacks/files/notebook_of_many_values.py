"""A notebook of a few megabytes becomes gigabytes when it is read."""

from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "tiny.ipynb").write_bytes(b'{"cells": [' + b"{}," * 8_000_000 + b"{}]}")
