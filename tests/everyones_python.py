"""An interpreter that every user of this machine can start, with the packages of this environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = Path(sysconfig.get_path("purelib"))
LEFT_OUT = shutil.ignore_patterns(
    "site-packages", "dist-packages", "test", "idlelib", "ensurepip", "config-*"
)


def everyones_python(folder: Path) -> Path:
    """Return an interpreter that every user can start: this one, or a copy made in `folder`.

    Raises
    ------
    PermissionError
        If other users cannot read this project or its packages.
    """
    for needed in (ROOT, SITE):
        if not _open_to_all(needed):
            raise PermissionError(f"{needed} must be readable by all users to run attacks as one of them")
    base, library = Path(os.path.realpath(sys.executable)), Path(sysconfig.get_path("stdlib"))
    if all(map(_open_to_all, (Path(sys.executable), base, library))):
        return Path(sys.executable)
    copy = folder / "base" / "bin" / base.name
    copy.parent.mkdir(parents=True)
    shutil.copy(base, copy)
    shutil.copytree(library, folder / "base" / "lib" / library.name, ignore=LEFT_OUT)
    for shared in Path(sys.base_prefix, "lib").glob("libpython*.so*"):
        shutil.copy(shared, folder / "base" / "lib")
        _look_beside(copy, Path(sys.base_prefix, "lib"))
    subprocess.run([copy, "-m", "venv", "--without-pip", "--symlinks", folder / "environment"], check=True)
    (site,) = (folder / "environment").glob("lib/python*/site-packages")
    (site / "packages.pth").write_text(f"{SITE}\n{ROOT}\n")
    return folder / "environment" / "bin" / "python"


def _look_beside(program: Path, libraries: Path) -> None:
    """Have a program take its shared libraries from the `lib` beside its folder, not from `libraries`.

    It would find those of another Python of the same version where it may not read `libraries`.
    """
    old, new = os.fsencode(libraries) + b"\0", b"$ORIGIN/../lib"
    if len(old) > len(new):
        program.write_bytes(program.read_bytes().replace(old, new.ljust(len(old), b"\0")))


def _open_to_all(path: Path) -> bool:
    folders = all(parent.stat().st_mode & 0o001 for parent in path.parents)
    return folders and bool(path.stat().st_mode & 0o004)
