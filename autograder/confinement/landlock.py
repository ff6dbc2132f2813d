"""Let a process open only the files below given folders, and nothing of the network (Landlock)."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION, PATH_BENEATH = 1, 1
READ_FILE, READ_DIR = 1 << 2, 1 << 3
WRITE_FILE, TRUNCATE = 1 << 1, 1 << 14
WRITE_DIR = (1 << 4) | (1 << 5) | (1 << 7) | (1 << 8) | (1 << 13)
"""Remove folders and files; make folders and files; move files between folders."""
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
NEWEST_FILE_RIGHTS = 16
NETWORK_RIGHTS = 0b11
SCOPES = 0b11


def version() -> int:
    """Return the version of Landlock that this kernel has, 0 if none."""
    return max(0, _call(CREATE_RULESET, None, 0, VERSION))


def ruleset(
    readable: Iterable[Path] = (), listable: Iterable[Path] = (), writable: Iterable[Path] = ()
) -> int:
    """Return the descriptor of a set of rules for `restrict`.

    Parameters
    ----------
    readable : paths
        Files, and folders whose files, may be read.
    listable : paths
        Folders that may be listed.
    writable : paths
        Files that may be read and written, and folders in which files may also be made and removed.

    Raises
    ------
    OSError
        If the kernel has no Landlock.
    """
    found = version()
    if not found:
        raise OSError("this kernel has no Landlock")
    files = (1 << FILE_RIGHTS.get(found, NEWEST_FILE_RIGHTS)) - 1
    fields = [files, NETWORK_RIGHTS, SCOPES][: 3 if found >= 6 else 2 if found >= 4 else 1]
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    rules = _checked(_call(CREATE_RULESET, attributes, len(attributes), 0), "landlock_create_ruleset")
    for path in readable:
        _permit(rules, path, READ_FILE | READ_DIR if path.is_dir() else READ_FILE)
    for path in listable:
        _permit(rules, path, READ_DIR)
    for path in writable:
        rights = READ_FILE | WRITE_FILE | TRUNCATE | (READ_DIR | WRITE_DIR if path.is_dir() else 0)
        _permit(rules, path, rights & files)
    return rules


def restrict(rules: int) -> None:
    """Apply a set of rules to the calling thread for good; it must have set `no_new_privs`."""
    _checked(_call(RESTRICT_SELF, rules, 0), "landlock_restrict_self")


def _permit(rules: int, path: Path, rights: int) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _checked(
            _call(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0),
            f"landlock: {path}",
        )
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: int | bytes | None) -> int:
    result: int = ctypes.CDLL(None, use_errno=True).syscall(
        *(ctypes.c_long(a) if isinstance(a, int) else a for a in (number, *arguments))
    )
    return result


def _checked(result: int, what: str) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")
    return result
