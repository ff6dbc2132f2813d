"""Write one student's files into `submitted/`, in the place of an earlier attempt as a whole."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
from pathlib import Path

from autograder.collecting.collect import TIMESTAMP, SubmissionError, read_timestamp
from autograder.collecting.download_files import DownloadedFile
from autograder.collecting.entries import EntryError, usable_path
from autograder.collecting.lms_names import Place
from autograder.collecting.strict_files import HardLinkError, RefusedError, shown
from toolkit.strict_zip import ArchiveError

STUDENT_LIMIT = 512 << 20
FILES_LIMIT = 2_000
NEW, EARLIER = ".collecting", ".earlier"
UNREADABLE = (ArchiveError, EntryError, HardLinkError, RefusedError)


def take_in(
    home: Path, assignment: str, files: list[tuple[Place, DownloadedFile]], problems: list[str]
) -> bool:
    """Write a student's submission to `home/<assignment>`; False if it is there already.

    An earlier attempt is moved to `home/.earlier/`; nothing of it is mixed with the new one.

    Raises
    ------
    SubmissionError
        If it is too large, or what is there was handed in later.
    """
    if home.is_symlink():
        raise SubmissionError(f"{home} is a link; expected a folder")
    home.mkdir(parents=True, exist_ok=True)
    new = home / NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        problems += [f"{home.name}: {line}" for line in _write(new, files)]
        return _replace(home / assignment, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _write(folder: Path, files: list[tuple[Place, DownloadedFile]]) -> list[str]:
    """Write the files, each of them once, and when they were handed in; return a line for each left out."""
    if len(files) > FILES_LIMIT:
        raise SubmissionError(f"not collected: {len(files):,} files, expected at most {FILES_LIMIT:,}")
    problems, left = [], STUDENT_LIMIT
    for where, file in files:
        path = usable_path(where.file)
        if path is None or path.name == "timestamp.txt":
            continue
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with open(folder / path, "xb") as written:
                for piece in file.pieces:
                    left -= len(piece)
                    if left < 0:
                        raise SubmissionError(f"not collected: larger than {STUDENT_LIMIT:,} bytes")
                    written.write(piece)
        except (FileExistsError, NotADirectoryError):
            problems.append(f"{shown(where.file)}: there twice; one of them is left out")
        except UNREADABLE as error:
            (folder / path).unlink()
            problems.append(f"{shown(where.file)}: {error}; left out")
    moments = [file.time for _, file in files if file.time]
    said = [where.timestamp for where, _ in files if TIMESTAMP.fullmatch(where.timestamp)]
    if said or moments:
        text = max(said) if said else f"{max(moments):%Y-%m-%d %H:%M:%S} UTC"
        (folder / "timestamp.txt").write_text(f"{text}\n")
    return problems


def _replace(target: Path, new: Path) -> bool:
    """Put a new submission in the place of the old one, which is kept; False if they are equal."""
    if os.path.lexists(target):
        if _hashes(target) == _hashes(new):
            return False
        old, handed_in = read_timestamp(target), read_timestamp(new)
        if old and handed_in and handed_in < old:
            raise SubmissionError(f"{target} was handed in later ({old}); remove it to collect this one")
        earlier = target.parent / EARLIER
        earlier.mkdir(exist_ok=True)
        number = next(n for n in itertools.count(1) if not (earlier / f"{target.name}.{n}").exists())
        target.rename(earlier / f"{target.name}.{number}")
    new.rename(target)
    return True


def _hashes(folder: Path) -> dict[Path, str]:
    """Return what is in a folder, without the time of handing in."""
    hashes = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                hashes[path.relative_to(folder)] = hashlib.file_digest(file, "sha256").hexdigest()
    hashes.pop(Path("timestamp.txt"), None)
    return hashes
