"""Jupyter's server with nothing but Formgrader, in a course of a test's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

TOKEN = "a-token-for-tests"
EXTENSION = "nbgrader.server_extensions.formgrader"
PATIENCE = 120


class Formgrader:
    """A server in the course's folder; `address` is where Formgrader's pages are."""

    def __init__(self, course: Path, home: Path) -> None:
        folders = {f"JUPYTER_{name}_DIR": str(home / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
        command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"]
        command += ["--ip=127.0.0.1", "--port=0", f"--IdentityProvider.token={TOKEN}"]
        command += [f"--ServerApp.root_dir={course}"]
        command += [f"--ServerApp.jpserver_extensions={{'{EXTENSION}': True}}"]
        self._log = home / "log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                command,
                cwd=course,
                env=os.environ | folders | {"HOME": str(home)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.address = f"{self._url(home / 'runtime')}formgrader"

    def page(self, path: str) -> str:
        """Return the address of a page, with the token that signs its reader in."""
        return f"{self.address}/{path}{'&' if '?' in path else '?'}token={TOKEN}"

    def __enter__(self) -> Formgrader:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)

    def _url(self, runtime: Path) -> str:
        for _ in range(PATIENCE * 10):
            for file in runtime.glob("jpserver-*.json"):
                if (text := file.read_text()).strip():
                    return str(json.loads(text)["url"])
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        self._process.kill()
        self._process.wait(PATIENCE)
        raise RuntimeError(f"Jupyter's server did not start:\n{self._log.read_text()[-3000:]}")
