"""Read the entries of a tar, compressed or not, without believing what it says of itself."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zlib
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from autograder.collecting.entries import STEP, Budget, Entry
from toolkit.strict_zip import ArchiveError

BLOCK = tarfile.BLOCKSIZE
EXTENSION_LIMIT = 1 << 16
EXTENSIONS_LIMIT = 16 << 20
XZ_MEMORY = 128 << 20

FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
PAX = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
EXTENSIONS = (*PAX, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


def tar_entries(file: BinaryIO, budget: Budget) -> Iterator[Entry]:
    """Yield the entries of a tar; the content of each has to be read before the next is asked for.

    Only headers are left to `tarfile`: its own reader lets them decide how much is read and where it goes on.
    """
    stream = _Stream(_unpacked(file), budget)
    name, pax, extensions = "", dict[str, str](), 0
    while header := stream.block():
        info = tarfile.TarInfo.frombuf(header, "utf-8", "surrogateescape")
        if info.type in EXTENSIONS:
            extensions += BLOCK + info.size
            if not 0 <= info.size <= EXTENSION_LIMIT or extensions > EXTENSIONS_LIMIT:
                raise ArchiveError("names and attributes in it are too long")
            content = b"".join(stream.content(info.size))
            if info.type in PAX:
                pax = _records(content)
            elif info.type == tarfile.GNUTYPE_LONGNAME:
                name = content.rstrip(b"\0").decode("utf-8", "surrogateescape")
            continue
        if info.type == tarfile.GNUTYPE_SPARSE or any(key.startswith("GNU.sparse") for key in pax):
            raise ArchiveError("it holds a sparse file; pack it without the option --sparse")
        has_content = info.type in FILES or info.type not in tarfile.SUPPORTED_TYPES
        size = int(pax.get("size", info.size)) if has_content else 0
        if size < 0:
            raise ArchiveError("a size in it is negative")
        pieces = stream.content(size)
        yield Entry(pax.get("path") or name or info.name, _kind(info), pieces)
        deque(pieces, maxlen=0)
        name, pax = "", {}
    stream.drain()


def _kind(info: tarfile.TarInfo) -> str:
    if info.isdir():
        return "folder"
    return "file" if info.type in FILES else "a link or special file"


def _records(content: bytes) -> dict[str, str]:
    """Return the records "<length> <key>=<value>\\n" of an extended header."""
    records, place = {}, 0
    while place < len(content):
        length = int(content[place : place + 20].partition(b" ")[0])
        key, equals, value = content[place : place + length].partition(b" ")[2].partition(b"=")
        if length <= 0 or not equals or not value.endswith(b"\n"):
            raise ValueError("no record of an extended header")
        records[key.decode()] = value[:-1].decode("utf-8", "surrogateescape")
        place += length
    return records


class _Stream:
    """The unpacked bytes of a tar, each taken from the budget."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget

    def block(self) -> bytes:
        """Return the next header; empty at the end."""
        header = self._budget.spend(self._file.read(BLOCK))
        return header if header.strip(b"\0") else b""

    def content(self, size: int) -> Iterator[bytes]:
        """Yield `size` bytes and go behind the padding that follows."""
        missing = size
        while missing:
            piece = self._budget.spend(self._file.read(min(missing, STEP)))
            if not piece:
                raise ArchiveError("it ends early; hand it in again")
            missing -= len(piece)
            yield piece
        self._budget.spend(self._file.read(-size % BLOCK))

    def drain(self) -> None:
        """Read what follows the last entry, so that checksums at the end are checked."""
        while self._budget.spend(self._file.read(STEP)):
            pass


def _unpacked(file: BinaryIO) -> BinaryIO:
    magic = file.read(6)
    file.seek(0)
    decompressor: _Gzip | bz2.BZ2Decompressor | lzma.LZMADecompressor
    if magic.startswith(b"\x1f\x8b"):
        decompressor = _Gzip()
    elif magic.startswith(b"BZh"):
        decompressor = bz2.BZ2Decompressor()
    elif magic == b"\xfd7zXZ\0":
        decompressor = lzma.LZMADecompressor(lzma.FORMAT_XZ, XZ_MEMORY)
    else:
        return file
    return io.BufferedReader(_Unpacked(file, decompressor), STEP)


class _Gzip:
    """zlib's decompressor with the interface of the others."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def needs_input(self) -> bool:
        return not self._zlib.unconsumed_tail

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


class _Unpacked(io.RawIOBase):
    """An unpacked file.

    Unlike those of `gzip`, `bz2` and `lzma` it takes one stream, however many follow, and lets no header
    decide how much is read or kept in memory.
    """

    def __init__(
        self, file: BinaryIO, decompressor: _Gzip | bz2.BZ2Decompressor | lzma.LZMADecompressor
    ) -> None:
        self._file = file
        self._decompressor = decompressor

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = b""
        while not data and not self._decompressor.eof:
            hungry = self._decompressor.needs_input
            packed = self._file.read(STEP) if hungry else b""
            if hungry and not packed:
                raise EOFError
            data = self._decompressor.decompress(packed, len(buffer))
        buffer[: len(data)] = data
        return len(data)
