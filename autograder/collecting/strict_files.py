"""Open folders and files that others made: regular files only, no links, no waiting, bounded sizes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

SHOWN = 80

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class RefusedError(Exception):
    """A file that is not read; the message says why."""


class HardLinkError(Exception):
    """A file with several names: what it holds may be somebody else's."""


@contextmanager
def opened_folder(name: str | Path, parent: int | None = None) -> Iterator[int]:
    """Open a folder that is no link, below the folder `parent` if that is given; yield its descriptor.

    Raises
    ------
    OSError
        If there is no such folder.
    """
    directory = os.open(name, _FLAGS | os.O_DIRECTORY, dir_fd=parent)
    try:
        yield directory
    finally:
        os.close(directory)


@contextmanager
def opened_file(directory: int, name: str, limit: int) -> Iterator[BinaryIO]:
    """Open a regular file of at most `limit` bytes in an opened folder.

    Raises
    ------
    FileNotFoundError
        If there is none.
    RefusedError
        If it is something else, too large, or not readable.
    HardLinkError
        If it has another name on this disk, unless file and folder belong to the same student's account:
        then nobody else can have put it there.
    """
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=directory, follow_symlinks=False).st_mode):
            raise RefusedError("not a regular file; hand in the file itself, not a link or a folder")
        descriptor = os.open(name, _FLAGS, dir_fd=directory)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise RefusedError(f"cannot be read ({error.strerror})") from None
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("not a regular file")
        own = status.st_uid == os.fstat(directory).st_uid != os.geteuid()
        if status.st_nlink > 1 and not own:
            raise HardLinkError(
                f"{shown(name)} has {status.st_nlink} names on this disk (hard links) and may be "
                "somebody else's; if it is not, grade a copy of the folder (`cp -r`)"
            )
        if status.st_size > limit:
            raise RefusedError(f"larger than {limit:,} bytes; not read")
        yield file


def read_file(directory: int, name: str, limit: int) -> bytes:
    """Return the bytes of a regular file; raises as `opened_file` does, also if it grows while it is read."""
    with opened_file(directory, name, limit) as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise RefusedError(f"cannot be read ({error.strerror})") from None
    if len(data) > limit:
        raise RefusedError(f"larger than {limit:,} bytes; not read")
    return data


def shown(name: str) -> str:
    """Return a file's name as it can be shown in a line of text."""
    short = name if len(name) <= SHOWN else f"{name[:SHOWN]}…"
    return short if short.isprintable() else ascii(short)
