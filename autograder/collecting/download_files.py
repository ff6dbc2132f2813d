"""List and read the files of a download, a zip or a folder, without following links or trusting sizes."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from autograder.collecting.entries import STEP, Budget, is_clutter, reported, usable_path
from autograder.collecting.strict_files import RefusedError, opened_file, opened_folder, shown
from autograder.collecting.zips import zip_entry
from autograder.course import CourseError
from toolkit.strict_zip import ArchiveError, opened_zip

FILE_LIMIT = 256 << 20
ENTRY_LIMIT = 200_000
DIRECTORY_LIMIT = 64 << 20


@dataclass(frozen=True)
class DownloadedFile:
    """One file: its time as the download has it, and its content, read as far as one goes on asking."""

    path: PurePosixPath
    time: datetime | None
    pieces: Iterator[bytes]


@dataclass
class Download:
    """What a learning platform gave: regular files, and a line for each thing that is none."""

    files: list[DownloadedFile] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@contextmanager
def opened_download(path: Path) -> Iterator[Download]:
    """Open a download; its files can be read as long as it is open.

    Raises
    ------
    CourseError
        If it is neither a folder nor a sound zip.
    """
    download = Download()
    with ExitStack() as stack:
        try:
            if path.is_dir():
                _list_folder(stack.enter_context(opened_folder(path.resolve())), download)
            else:
                with reported():
                    file = stack.enter_context(path.open("rb"))
                    _list_zip(stack.enter_context(opened_zip(file, DIRECTORY_LIMIT)), download)
        except (ArchiveError, OSError) as error:
            raise CourseError(f"{path}: expected a folder or a zip that can be read ({error})") from None
        yield download


def _list_zip(archive: zipfile.ZipFile, download: Download) -> None:
    if len(archive.infolist()) > ENTRY_LIMIT:
        raise ArchiveError(f"more than {ENTRY_LIMIT:,} entries")
    for info in archive.infolist():
        entry = zip_entry(archive, info, Budget(info.compress_size))
        path = usable_path(entry.name)
        if entry.kind == "folder" or (path and is_clutter(path)):
            continue
        if path is None or entry.kind != "file":
            why = "unusable name" if path is None else entry.kind
            download.problems.append(f"{shown(entry.name)}: {why}; left out")
            continue
        moment = None
        with suppress(ValueError, OverflowError, OSError):
            moment = datetime(*info.date_time).astimezone(UTC)
        download.files.append(DownloadedFile(path, moment, entry.pieces))


def _list_folder(top: int, download: Download) -> None:
    def unreadable(error: OSError) -> None:
        download.problems.append(f"{shown(str(error.filename))}: cannot be read ({error.strerror})")

    for folder, folders, names, directory in os.fwalk(".", dir_fd=top, onerror=unreadable):
        for name in [*names, *folders]:
            whole = os.path.join(folder, name).removeprefix("./")
            path = usable_path(whole)
            status = os.stat(name, dir_fd=directory, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode) or (path is not None and is_clutter(path)):
                continue
            if path is None or not stat.S_ISREG(status.st_mode):
                why = "unusable name" if path is None else "not a regular file"
                download.problems.append(f"{shown(whole)}: {why}; left out")
                continue
            moment = datetime.fromtimestamp(status.st_mtime, UTC)
            download.files.append(DownloadedFile(path, moment, _pieces(top, path)))


def _pieces(top: int, path: PurePosixPath) -> Iterator[bytes]:
    """Yield a file's content, opened folder by folder, so that none of them can be a link."""
    with ExitStack() as stack:
        try:
            directory = top
            for part in path.parent.parts:
                directory = stack.enter_context(opened_folder(part, directory))
            file = stack.enter_context(opened_file(directory, path.name, FILE_LIMIT))
            while piece := file.read(STEP):
                yield piece
        except OSError as error:
            raise RefusedError(f"cannot be read ({error.strerror})") from None
