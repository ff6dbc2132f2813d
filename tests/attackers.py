"""Processes in which attacks are tried, one for each user and level, started when first asked for."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attack_target import canary
from everyones_python import ROOT, everyones_python

ORDINARY = 61_999
USERS = ("root", "ordinary") if os.getuid() == 0 else ("ordinary",)
"""Who the grader can be here: nobody but root can be two users."""


class Attackers:
    """Runs attacks against graders of different users and levels.

    Parameters
    ----------
    folder : Path
        Where files for them are made; everybody can enter it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python: Path | None = None
        self._running: dict[tuple[str, str], subprocess.Popen[str]] = {}

    def attempt(self, user: str, layers: dict[str, Any], what: str, attack: str) -> dict[str, Any]:
        """Try an attack; the answer holds `harm`, the lines that say what it got or broke.

        Parameters
        ----------
        user : str
            One of `USERS`.
        layers : dict
            `level`, and layers that are other than the level's; empty for no confinement at all.
        what, attack : str
            As the module `attack_ground` knows them.
        """
        key = user, json.dumps(layers)
        if key not in self._running:
            self._running[key] = self._start(*key)
        ground = self._running[key]
        assert ground.stdin is not None and ground.stdout is not None
        print(json.dumps([what, attack]), file=ground.stdin, flush=True)
        answer = ground.stdout.readline()
        if not answer:
            del self._running[key]
            pytest.fail(f"{attack}: the grader's process ended with {ground.wait()}")
        return json.loads(answer)

    def close(self) -> None:
        """End all processes."""
        for ground in self._running.values():
            ground.communicate()

    def _start(self, user: str, layers: str) -> subprocess.Popen[str]:
        self.python = self.python or everyones_python(self.folder / "python")
        place = Path(tempfile.mkdtemp(prefix=f"{user}-", dir=self.folder))
        place.chmod(0o755)
        other = {}
        if user == "ordinary" and os.getuid() == 0:
            os.chown(place, ORDINARY, ORDINARY)
            other = {"user": ORDINARY, "group": ORDINARY, "extra_groups": []}
        return subprocess.Popen(
            [self.python, "-B", Path(__file__).with_name("attack_ground.py"), layers, place],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "AUTOGRADER_SECRET": canary(), "PYTHONPATH": str(ROOT)},
            **other,
        )


@pytest.fixture(scope="session")
def attackers(data_installed: Path) -> Iterator[Attackers]:
    with tempfile.TemporaryDirectory(prefix="attackers-") as folder:
        os.chmod(folder, 0o755)
        attackers = Attackers(Path(folder))
        yield attackers
        attackers.close()
