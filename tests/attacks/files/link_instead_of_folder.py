"""The whole submission is a link to another student's."""

import shutil
from pathlib import Path

STOPPED_BY = "collector"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to("../ada/tiny")
