"""Commands as users give them; except at full size in forks of one process, since nbgrader loads slowly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sizes import FULL_SIZE


class Commands:
    """Runs `python -m MODULE ARGUMENTS`."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def run(
        self, folder: Path, module: str, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder, with changes to the environment, and return what it said."""
        command = [sys.executable, "-m", module, *arguments]
        whole = {**os.environ, **environment}
        if FULL_SIZE:
            return subprocess.run(command, cwd=folder, env=whole, capture_output=True, text=True)
        with tempfile.NamedTemporaryFile("r+") as stdout, tempfile.NamedTemporaryFile("r+") as stderr:
            request = {
                "module": module,
                "arguments": arguments,
                "folder": str(folder),
                "environment": whole,
                "stdout": stdout.name,
                "stderr": stderr.name,
            }
            server = self._started()
            assert server.stdin is not None and server.stdout is not None
            print(json.dumps(request), file=server.stdin, flush=True)
            status = int(server.stdout.readline())
            return subprocess.CompletedProcess(command, status, stdout.read(), stderr.read())

    def close(self) -> None:
        """End the process that the commands are forks of."""
        if self._server is not None:
            self._server.communicate()

    def _started(self) -> subprocess.Popen[str]:
        if self._server is None:
            self._server = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("command_server.py")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        return self._server


@pytest.fixture(scope="session")
def commands() -> Iterator[Commands]:
    started = Commands()
    yield started
    started.close()
