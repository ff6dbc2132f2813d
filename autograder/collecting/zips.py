"""Read the entries of a zip without believing what it says of its sizes."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator

from autograder.collecting.entries import STEP, Budget, Entry, EntryError
from toolkit.strict_zip import ENCRYPTED, ArchiveError

UTF8_NAME = 0x800
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


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
