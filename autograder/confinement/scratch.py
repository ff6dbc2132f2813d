"""A folder in which a confined process may write: filled, measured, and removed whatever is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BLOCK = 512
ENTRY = 4096
ENTRY_LIMIT = 10_000


@contextmanager
def scratch_folder(files: Path | None, owner: int | None) -> Iterator[Path]:
    """Make a folder with `work/` (a copy of the regular files in `files`), `home/` and `tmp/`.

    Parameters
    ----------
    files : Path or None
        Notebooks in it are left out, since nbgrader has put hidden tests in them; so are links.
    owner : int or None
        User and group id that everything is given to.
    """
    folder = Path(tempfile.mkdtemp(prefix="notebook-"))
    try:
        for name in ("work", "home", "tmp"):
            (folder / name).mkdir(mode=0o700)
        if files is not None:
            _copy(files, folder / "work")
        if owner is not None:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, owner, owner, follow_symlinks=False)
        yield folder
    finally:
        # Not shutil.rmtree: it recurses, and folders may be nested very deeply.
        subprocess.run(["rm", "-rf", "--", folder], check=True, stdin=subprocess.DEVNULL)


def used(folder: Path) -> int:
    """Return the number of bytes on the disk below a folder, while others write in it.

    Raises
    ------
    OSError
        If there is too much to look at, or a path is too long.
    """
    total = entries = 0
    folders = [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as found:
                for entry in found:
                    entries += 1
                    if entries > ENTRY_LIMIT:
                        raise OSError(f"more than {ENTRY_LIMIT:,} files")
                    total += ENTRY + BLOCK * entry.stat(follow_symlinks=False).st_blocks
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
        except FileNotFoundError:  # removed meanwhile
            continue
    return total


def _copy(source: Path, target: Path) -> None:
    for parent, folders, names in os.walk(source):
        here = target / Path(parent).relative_to(source)
        for name in folders:
            (here / name).mkdir(mode=0o700)
        for name in names:
            path = Path(parent, name)
            if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb":
                shutil.copyfile(path, here / name, follow_symlinks=False)
