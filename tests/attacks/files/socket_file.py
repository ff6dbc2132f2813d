"""A module is a socket."""

import os
import socket
from pathlib import Path

STOPPED_BY = "collector"
READ = "given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    (folder / "averages.py").unlink()
    with socket.socket(socket.AF_UNIX) as listener:
        home = os.open(folder, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{home}/averages.py")
        os.close(home)
