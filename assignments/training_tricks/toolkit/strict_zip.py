"""Open a zip that somebody else made without letting what it says of itself decide on memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

DIRECTORY_LIMIT = 2 << 20

ENCRYPTED = 0x1
LOCAL_HEADER = 30


class ArchiveError(Exception):
    """An archive of which nothing is read; the message says why."""


@contextmanager
def opened_zip(file: BinaryIO, directory_limit: int = DIRECTORY_LIMIT) -> Iterator[zipfile.ZipFile]:
    """Open a zip whose list of files has at most `directory_limit` bytes and whose entries do not overlap."""
    with zipfile.ZipFile(_Sips(file, directory_limit)) as archive:
        end = archive.start_dir
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset, reverse=True):
            if info.header_offset + LOCAL_HEADER + info.compress_size > end:
                raise ArchiveError("its entries overlap")
            end = info.header_offset
        yield archive


class _Sips(io.RawIOBase):
    """A file of which nobody reads more than `limit` bytes at once, so that no header decides on memory."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self._limit = limit

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(self._limit + 1 if size < 0 else min(size, self._limit + 1))
        if len(data) > self._limit:
            raise ArchiveError(f"its list of files is longer than {self._limit:,} bytes")
        return data
