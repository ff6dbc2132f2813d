"""Read the wanted files of an archive that others made: in memory, in bounded steps, nothing on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from autograder.collecting.entries import (
    Budget,
    Entry,
    EntryError,
    is_clutter,
    reported,
    usable_path,
)
from autograder.collecting.strict_files import shown
from autograder.collecting.tarballs import tar_entries
from autograder.collecting.zips import zip_entry
from toolkit.strict_zip import ArchiveError, opened_zip

ARCHIVE_LIMIT = 256 << 20
ENTRY_LIMIT = 10_000
DEPTH_LIMIT = 6

SUFFIXES = (".zip", ".tar", ".tgz", ".gz", ".tbz", ".tbz2", ".bz2", ".txz", ".xz")
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass
class Contents:
    """The wanted `files` of an archive by path, all usable `paths`, and a line for each thing left out."""

    files: dict[str, bytes] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


def is_archive(name: str) -> bool:
    """Say whether a file is an archive, judged by its name."""
    return name.lower().endswith(SUFFIXES)


def read_archive(file: BinaryIO, size: int, limit: Callable[[str], int]) -> Contents:
    """Return the wanted files of a zip or tar of `size` bytes.

    Archives in it are not opened and links not followed; of entries of the same name, the last one counts.

    Parameters
    ----------
    file : binary file
    size : int
    limit : callable
        Returns how many bytes of the file with this path may be read; 0 if it is not wanted.

    Raises
    ------
    ArchiveError
        If it is damaged, has too many entries, or unpacks to far more than its size.
    """
    contents, unusable = Contents(), 0
    with reported():
        for count, entry in enumerate(_entries(file, Budget(size))):
            if count == ENTRY_LIMIT:
                raise ArchiveError(f"more than {ENTRY_LIMIT:,} entries")
            if entry.kind == "folder":
                continue
            path = usable_path(entry.name)
            if path is None:
                unusable += 1
            elif not is_clutter(path) and len(path.parts) <= DEPTH_LIMIT:
                _take(contents, str(path), entry, limit(str(path)))
    if unusable:
        contents.problems.append(
            f"entries left out because of names that a file here may not have: {unusable}"
        )
    return contents


def _entries(file: BinaryIO, budget: Budget) -> Iterator[Entry]:
    """Yield the entries of a zip or tar, told from the first bytes."""
    magic = file.read(4)
    file.seek(0)
    if magic not in ZIP_MAGIC:
        yield from tar_entries(file, budget)
        return
    with opened_zip(file) as archive:
        for info in archive.infolist():
            yield zip_entry(archive, info, budget)


def _take(contents: Contents, path: str, entry: Entry, limit: int) -> None:
    """Keep the content of an entry if it is wanted and sound."""
    repeated = path in contents.paths
    contents.paths.add(path)
    if not limit:
        return
    if repeated:
        contents.problems.append(f"{shown(path)}: there more than once; the last one counts")
        contents.files.pop(path, None)
    if entry.kind != "file":
        contents.problems.append(f"{shown(path)}: {entry.kind}; not read")
        return
    pieces, size = [], 0
    try:
        for piece in entry.pieces:
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                raise EntryError(f"larger than {limit:,} bytes; not read")
    except EntryError as error:
        contents.problems.append(f"{shown(path)}: {error}")
    else:
        contents.files[path] = b"".join(pieces)
