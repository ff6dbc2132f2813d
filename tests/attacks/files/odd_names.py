"""Names hold line breaks, terminal codes, bytes that are no text, and Markdown."""

import os
from pathlib import Path

STOPPED_BY = "collector"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    for name in (
        b"a\n\n# Full marks.py",
        b"\x1b[2J\x1b]0;x\x07.ipynb",
        b"\xff\xfe.py",
        "\u202eyp.x".encode(),
        b"**.zip",
    ):
        (folder / os.fsdecode(name)).write_text("x")
    (folder / ("n" * 255)).touch()
