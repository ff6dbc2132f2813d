"""Find the assignment one stands in: a student's copy, or an author's folder under `source/`."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from toolkit.checks_file import is_checks


@dataclass(frozen=True)
class Folder:
    """Where an assignment's modules, public checks and expected outcomes are."""

    modules: Path
    checks: Path
    expected: Path

    def files(self) -> dict[str, bytes]:
        """Return the modules by file name."""
        return {p.name: p.read_bytes() for p in sorted(self.modules.glob("*.py")) if not is_checks(p.name)}

    def saved(self, module: str) -> str:
        """Say how long ago a module was saved, since an unsaved one is checked as it was before."""
        file = self.modules / f"{module}.py"
        if not file.is_file():
            return ""
        seconds = max(0.0, time.time() - file.stat().st_mtime)
        for unit, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1)):
            if seconds >= 2 * size:
                return f"{file.name} was saved {seconds / size:.0f} {unit} ago"
        return f"{file.name} was saved just now"


def find_folder(start: Path | None = None) -> Folder:
    """Return the assignment at `start` (default: the current folder).

    In an author's folder `source/<name>` the modules are in `solution/` and the expected outcomes are
    those of the release, `assignments/<name>/expected.npz`.

    Raises
    ------
    FileNotFoundError
        If there is no assignment there.
    """
    here = (start or Path.cwd()).resolve()
    if (here / "solution" / "checks.py").is_file():
        release = here.parent.parent / "assignments" / here.name
        folder = Folder(here / "solution", here / "solution" / "checks.py", release / "expected.npz")
    else:
        folder = Folder(here, here / "checks.py", here / "expected.npz")
    for file in (folder.checks, folder.expected):
        if not file.is_file():
            raise FileNotFoundError(
                f"{file} is missing: open the notebook in its own folder, with all its files"
            )
    return folder
