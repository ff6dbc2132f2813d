"""The student's folder is a link to another student's."""

import shutil
from pathlib import Path

STOPPED_BY = "collector"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    shutil.rmtree(folder.parent)
    folder.parent.symlink_to("ada")
