"""Make a folder hold given files: each written whole or not at all, and only where something changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

LEFT_ALONE = ("__pycache__", ".ipynb_checkpoints", "datasets")

Same = Callable[[str, bytes, bytes], bool]


def bytewise(name: str, old: bytes, new: bytes) -> bool:
    """Say whether two versions of the file `name` are the same bytes."""
    return old == new


def changed_files(folder: Path, files: Mapping[str, bytes], same: Same = bytewise) -> list[str]:
    """Return the names (`toolkit/data.py`) that are missing from `folder`, differ, or do not belong there."""
    found = _existing(folder)
    changed = found.keys() - files.keys()
    for name, new in files.items():
        old = found.get(name)
        if old is None or not same(name, old, new):
            changed.add(name)
    return sorted(changed)


def write_tree(folder: Path, files: Mapping[str, bytes], same: Same = bytewise) -> list[str]:
    """Make `folder` hold exactly `files`, and return the names that changed.

    A new folder appears complete or not at all. In an existing one each file is replaced whole, unchanged
    files keep their time, and caches and data sets (`LEFT_ALONE`) stay.
    """
    if not folder.exists():
        _create(folder, files)
        return sorted(files)
    changed = changed_files(folder, files, same)
    for name in changed:
        if name not in files or (folder / name).is_symlink():
            (folder / name).unlink()
    update_tree(folder, {name: files[name] for name in changed if name in files})
    _remove_empty(folder)
    return changed


def update_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` into `folder`, each by renaming a complete one over it; leave other files alone."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, data)


def write_file(path: Path, data: bytes) -> None:
    """Write one file by renaming a complete one over it."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _existing(folder: Path) -> dict[str, bytes | None]:
    """Return what lies in `folder`; a link counts as a file of no content."""
    found: dict[str, bytes | None] = {}
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and name not in LEFT_ALONE]
        for name in names + links:
            path = here / name
            content = None if path.is_symlink() or not path.is_file() else path.read_bytes()
            found[path.relative_to(folder).as_posix()] = content
    return found


def _create(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        update_tree(unfinished, files)
        unfinished.chmod(0o755)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _remove_empty(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if Path(parent) != folder and not any(Path(parent).iterdir()):
            Path(parent).rmdir()
