"""A module is a second name of another student's."""

import os
from pathlib import Path

STOPPED_BY = "collector"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    os.link(folder.parent.parent / "bob" / "tiny" / "averages.py", folder / "averages.py")
