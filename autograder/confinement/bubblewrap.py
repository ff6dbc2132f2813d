"""Put a process into namespaces where nothing exists but what it needs (bubblewrap)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from autograder.confinement.surroundings import Surroundings

NAMESPACES = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]


class BubblewrapError(Exception):
    """bubblewrap is not installed."""


def wrapped(command: list[str], around: Surroundings) -> list[str]:
    """Return the command line that runs `command` in new namespaces with a read-only file system.

    There is no /proc, no network interface but an unused loopback, and of /dev only `null`; only in
    `around.writable` can anything be written. Root keeps the capabilities to become another user, which
    processes with a submission then lose; others get a user namespace.

    Raises
    ------
    BubblewrapError
        If bubblewrap is not installed.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise BubblewrapError("bubblewrap is not installed (Debian, Ubuntu: apt-get install bubblewrap)")
    user = ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] if os.getuid() == 0 else ["--unshare-user"]
    needed = (around.interpreter, *around.libraries, *around.packages, *around.own)
    bound = (*needed, *around.writable, Path(os.devnull))
    emptied = (*around.hidden, *around.masked)
    folders = sorted({folder for path in bound for folder in path.parents})
    mounts = [
        *(("--dir", folder) for folder in folders),
        *(("--ro-bind", path, path) for path in (around.interpreter, *around.libraries)),
        *(("--tmpfs", path) for path in around.hidden),
        *(("--ro-bind", path, path) for path in around.packages),
        *(("--tmpfs", path) for path in around.masked),
        *(("--ro-bind", path, path) for path in around.own),
        *(("--bind", path, path) for path in around.writable),
    ]
    return [
        program,
        *NAMESPACES,
        "--die-with-parent",
        "--new-session",
        *("--cap-drop", "ALL"),
        *user,
        *(str(word) for mount in mounts for word in mount),
        *("--dev-bind", "/dev/null", "/dev/null"),
        *(word for path in (*emptied, "/") for word in ("--remount-ro", str(path))),
        *("--chdir", "/"),
        "--",
        *command,
    ]
