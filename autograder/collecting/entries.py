"""What zip and tar archives have in common for a reader that trusts neither: entries, names, a budget."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from toolkit.strict_zip import ArchiveError

PATH_LIMIT = 1_000
PART_LIMIT = 255
STEP = 1 << 16

UNPACKED_LIMIT = 256 << 20
RATIO_LIMIT = 100
RATIO_FREE = 16 << 20

UNSEEN_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
DRIVE = re.compile("[A-Za-z]:")


class EntryError(Exception):
    """An entry that cannot be read, unlike others of its archive; the message says why."""


@dataclass(frozen=True)
class Entry:
    """One entry of an archive.

    Attributes
    ----------
    name : str
        As it stands in the archive.
    kind : str
        "file", "folder", or in words why it is not read.
    pieces : iterator of bytes
        The content, unpacked as far as one goes on asking.
    """

    name: str
    kind: str
    pieces: Iterator[bytes]


class Budget:
    """How much an archive of `size` bytes may still unpack to."""

    def __init__(self, size: int) -> None:
        self.allowed = min(UNPACKED_LIMIT, max(RATIO_FREE, RATIO_LIMIT * size))
        self.left = self.allowed

    def spend(self, data: bytes) -> bytes:
        """Return the data, if it is still within the budget."""
        self.left -= len(data)
        if self.left < 0:
            raise ArchiveError(f"unpacks to more than {self.allowed:,} bytes")
        return data


def usable_path(name: str) -> PurePosixPath | None:
    """Return an entry's name as a path below the archive; None if it points elsewhere or cannot be shown."""
    name = name.replace("\\", "/")
    if len(name) > PATH_LIMIT or any(unicodedata.category(c) in UNSEEN_CATEGORIES for c in name):
        return None
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or DRIVE.match(name) or not path.parts:
        return None
    return None if any(len(part.encode()) > PART_LIMIT for part in path.parts) else path


def is_clutter(path: PurePosixPath) -> bool:
    """Say whether a file is hidden or what macOS adds to archives."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


@contextmanager
def reported() -> Iterator[None]:
    """Turn whatever the standard library's readers raise on bad input into an `ArchiveError`."""
    try:
        yield
    except (ArchiveError, EntryError):
        raise
    except Exception as error:  # zipfile, tarfile, gzip, zlib, lzma and struct have errors of their own
        raise ArchiveError(f"damaged, or no archive at all ({type(error).__name__})") from None
