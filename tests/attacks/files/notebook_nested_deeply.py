"""A notebook is nested a million lists deep."""

from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "tiny.ipynb").write_bytes(b'{"cells": ' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}")
