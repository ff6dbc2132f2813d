"""What an attacker in a worker would like to have or to break, planted so that it is noticed."""

from __future__ import annotations

import ctypes
import hashlib
import os
import secrets
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from attack_doors import Doors

PATTERN = r"CANARY-[0-9a-f]{32}"
SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGIO)
SHARED_PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run/lock")
WAIT = 0.5
_PR_SET_CHILD_SUBREAPER = 36


def canary() -> str:
    """Return a text that is nowhere else."""
    return f"CANARY-{secrets.token_hex(16)}"


class Target:
    """Secrets in files, environment and memory of this process; listeners; and how all of it was at first.

    Parameters
    ----------
    folder : Path
        An empty folder that everybody may enter.
    toolkit : Path
        A file of the toolkit.
    """

    def __init__(self, folder: Path, toolkit: Path) -> None:
        self.folder = folder
        self.secret = canary()  # in this process's memory only
        self._bytes = ctypes.create_string_buffer(self.secret.encode())
        self.mark = f"attack-{secrets.token_hex(6)}"
        self.signals: list[int] = []
        for number in SIGNALS:
            signal.signal(number, lambda number, _: self.signals.append(number))
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self.canaries = {"memory": self.secret, "environment": os.environ["AUTOGRADER_SECRET"]}
        self.known = self._files()
        self.canaries |= {"POSIX shared memory": canary(), "System V shared memory": canary()}
        self.doors = Doors(folder / "shared", self.mark, tuple(self.canaries.values())[-2:])
        self.known |= self.doors.known
        self.known |= {"grader": os.getpid(), "mark": self.mark, "pattern": PATTERN, "toolkit": str(toolkit)}
        self.known |= {"address": ctypes.addressof(self._bytes), "size": len(self._bytes)}
        self._package_files = [toolkit, Path(os.__file__)]
        self._first = self._contents()
        self.processes: set[int] = set()

    def harm(self) -> list[str]:
        """Return what has been done since the last call, one line for each thing, and undo it."""
        found = [f"signal {number} reached the grader" for number in self.signals]
        self.signals.clear()
        found += [f"process {pid} was left: {_command(pid)}" for pid in self._left_processes()]
        found += self._changed_files()
        found += [f"{path} was left" for path in self._left_files()]
        return found + self.doors.used()

    def leaked(self, *replies: bytes) -> list[str]:
        """Return the names of the canaries in any of the replies."""
        return [
            f"the {n} canary" for n, text in self.canaries.items() if any(text.encode() in r for r in replies)
        ]

    def litter(self) -> None:
        """Leave the secret in memory that is free again."""
        for size in range(64, 1024, 16):
            np.frombuffer((self.secret * 30)[:size].encode(), np.uint8).copy()

    def close(self) -> None:
        """Remove what is not in the folder."""
        self.doors.close()

    def _files(self) -> dict[str, Any]:
        course, shared = self.folder / "course", self.folder / "shared"
        names = {
            "secret_file": (course / ".autograder-secret", 0o600),
            "ssh_key": (self.folder / "home" / ".ssh" / "id_ed25519", 0o600),
            "reference": (
                course / "autograder" / "hidden" / "knn" / "reference" / "k_nearest_neighbor.py",
                0o644,
            ),
            "expected": (course / "assignments" / "knn" / "expected.npz", 0o644),
            "submission": (course / "submitted" / "bob" / "knn" / "k_nearest_neighbor.py", 0o644),
            "gradebook": (course / "gradebook.db", 0o644),
            "results": (course / "results" / "knn" / "eve.json", 0o666),
            "note": (shared / "note.txt", 0o666),
        }
        self.canaries |= {name: canary() for name in names}
        self._planted = {path: (self.canaries[name], mode) for name, (path, mode) in names.items()}
        self._plant()
        for folder in (shared, course / "results" / "knn"):
            folder.chmod(0o777)
        self._descriptor = os.open(names["secret_file"][0], os.O_RDONLY)
        os.set_inheritable(self._descriptor, True)
        paths = {name: str(path) for name, (path, _) in names.items()}
        return {**paths, "course": str(course), "folder": str(shared)}

    def _plant(self) -> None:
        for path, (text, mode) in self._planted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_text(f"KEY = '{text}'\n")
            path.chmod(mode)

    def _contents(self) -> dict[Path, tuple[int, bytes]]:
        inside = [path for path in self.folder.rglob("*") if "environment" not in path.parts]
        return {
            path: (
                path.lstat().st_mode,
                hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"",
            )
            for path in (*inside, *self._package_files)
        }

    def _changed_files(self) -> list[str]:
        now = self._contents()
        changed = sorted(path for path in {*now, *self._first} if now.get(path) != self._first.get(path))
        for path in now.keys() - self._first.keys():
            path.rmdir() if path.is_dir() else path.unlink()
        if changed:
            self._plant()
        return [f"{path} was {'changed' if path in now else 'removed'}" for path in changed]

    def _left_files(self) -> Iterator[Path]:
        for place in map(Path, SHARED_PLACES):
            for path in place.glob(f"{self.mark}*") if place.is_dir() else ():
                if path.name != self.doors.memory.name:
                    path.unlink()
                    yield path

    def _left_processes(self) -> set[int]:
        end = time.monotonic() + WAIT
        while (left := descendants(os.getpid()) - self.processes) and time.monotonic() < end:
            time.sleep(0.005)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return left


def descendants(pid: int) -> set[int]:
    """Return the living processes below a process."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state == "Z" and int(parent) == os.getpid():
                continue
            parents[int(entry.name)] = int(parent)
    found, level = set(), {pid}
    while level:
        level = {child for child, parent in parents.items() if parent in level}
        found |= level
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return "(ended)"
