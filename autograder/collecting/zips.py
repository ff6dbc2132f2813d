"""Read the entries of a zip without believing what it says of its sizes."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from autograder.collecting.entries import STEP, ArchiveError, Budget, Entry, EntryError

DIRECTORY_LIMIT = 2 << 20

ENCRYPTED = 0x1
UTF8_NAME = 0x800
LOCAL_HEADER = 30
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


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


def zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Entry:
    """Return an entry; what is unpacked of it is taken from the budget."""
    return Entry(_name(info), _kind(info), _pieces(archive, info, budget))


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    try:
        with archive.open(info) as member:
            while piece := member.read(STEP):
                yield budget.spend(piece)
    except ArchiveError:
        raise
    except Exception as error:  # of zipfile, zlib, struct: a header or the content is not what it should be
        raise EntryError(f"damaged ({type(error).__name__})") from None


def _name(info: zipfile.ZipInfo) -> str:
    """Return the full name, also if its writer did not say that it is UTF-8 (macOS)."""
    name = info.orig_filename
    try:
        return name if info.flag_bits & UTF8_NAME else name.encode("cp437").decode()
    except UnicodeError:
        return name


def _kind(info: zipfile.ZipInfo) -> str:
    if info.is_dir():
        return "folder"
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return "a link or special file"
    if info.flag_bits & ENCRYPTED:
        return "encrypted"
    if info.compress_type not in METHODS:
        return f"compressed by method {info.compress_type}, expected 8 (deflate)"
    return "file"


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
