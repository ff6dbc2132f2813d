"""Read a submission's folder strictly: declared names only, regular files only, bounded sizes, no links."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment
from autograder.student_notebook import NotebookError, parse

MODULE_LIMIT = 1 << 20
NOTEBOOK_LIMIT = 64 << 20
TIMESTAMP_LIMIT = 200
ENTRY_LIMIT = 300
NAMES_SHOWN = 5

RELEASED = frozenset(
    {"__pycache__", "checks.py", "datasets", "expected.npz", "requirements.txt", "timestamp.txt", "toolkit"}
)
TIMESTAMP = re.compile(r"(?:[\w:.,+\- ]|(?<=[A-Za-z])/(?=[A-Za-z]))+", re.ASCII)


class SubmissionError(Exception):
    """A submission that cannot be read at all; the message is one clear line."""


@dataclass(frozen=True)
class Submission:
    """What one student handed in, as bytes that nothing has interpreted.

    Attributes
    ----------
    student : str
    files : dict of str to bytes
        Source of each submitted module by its file name ("k_nearest_neighbor.py").
    notebooks : dict of str to bytes
        Each submitted notebook by its file name ("knn.ipynb").
    problems : tuple of str
        One line for each thing that was refused, unreadable or not looked at.
    timestamp : str or None
        Time of handing in, UTC, ISO 8601; None if there is none or it is unreadable.
    digest : str
        SHA-256 of the names and bytes of `files` and `notebooks`.
    """

    student: str
    files: dict[str, bytes]
    notebooks: dict[str, bytes]
    problems: tuple[str, ...]
    timestamp: str | None
    digest: str


def collect(folder: Path, assignment: Assignment) -> Submission:
    """Read `submitted/<student>/<assignment>`; nothing in it is changed, run or followed.

    Raises
    ------
    SubmissionError
        If the folder is missing or a link, or the student's id is unusable.
    """
    student = check_student_id(folder.parent.name)
    problems: list[str] = []
    with _opened(folder) as directory:
        modules = [f"{name}.py" for name in assignment.modules]
        files = _read_all(directory, modules, MODULE_LIMIT, problems)
        names = [path.name for path in assignment.notebooks]
        notebooks = _read_all(directory, names, NOTEBOOK_LIMIT, problems)
        problems += _others(directory, {*modules, *names})
        timestamp = _timestamp(directory, problems)
    for name, data in notebooks.items():
        try:
            parse(data)
        except NotebookError as error:
            problems.append(f"{name}: {error}; its written answers cannot be shown")
    return Submission(student, files, notebooks, tuple(problems), timestamp, digest({**files, **notebooks}))


def check_student_id(student: str) -> str:
    """Return the id of a student if it is safe as the name of a file, else raise `SubmissionError`."""
    usable = 0 < len(student) <= 128 and student.isprintable() and student[0] not in ".-"
    if not usable or set(student) & set("/\\:"):
        raise SubmissionError(
            f"student id {student!a}: expected 1 to 128 printable characters without / \\ or :, "
            "not beginning with a dot or a dash; rename the folder"
        )
    return student


def read_timestamp(folder: Path) -> str | None:
    """Return the time in the folder's timestamp.txt (UTC, ISO 8601), None if there is no readable one."""
    try:
        with _opened(folder) as directory:
            return _timestamp(directory, [])
    except SubmissionError:
        return None


def digest(files: dict[str, bytes]) -> str:
    """Return the SHA-256 of names and contents, independent of their order."""
    total = hashlib.sha256()
    for name, data in sorted(files.items()):
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    try:
        directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        reason = error.strerror
        raise SubmissionError(f"{folder}: no readable folder ({reason}); links are not followed") from None
    try:
        yield directory
    finally:
        os.close(directory)


def _read_all(directory: int, names: list[str], limit: int, problems: list[str]) -> dict[str, bytes]:
    found = {}
    for name in names:
        data = _read(directory, name, limit, problems)
        if data is not None:
            found[name] = data
    return found


def _read(directory: int, name: str, limit: int, problems: list[str]) -> bytes | None:
    """Return a file's bytes; None if it is missing, or refused with a line in `problems`."""
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=directory, follow_symlinks=False).st_mode):
            problems.append(f"{name}: not a regular file; hand in the file itself, not a link or a folder")
            return None
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with open(os.open(name, flags, dir_fd=directory), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                problems.append(f"{name}: not a regular file")
                return None
            data = file.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        problems.append(f"{name}: cannot be read ({error.strerror})")
        return None
    if len(data) > limit:
        problems.append(f"{name}: larger than {limit:,} bytes; not read")
        return None
    return data


def _others(directory: int, declared: set[str]) -> list[str]:
    """Return one line that names the files which are not looked at (none if there are none)."""
    others = []
    with os.scandir(directory) as entries:
        for count, entry in enumerate(entries):
            if count == ENTRY_LIMIT:
                return [f"more than {ENTRY_LIMIT} files; only {', '.join(sorted(declared))} are looked at"]
            if entry.name not in declared | RELEASED and not entry.name.startswith("."):
                others.append(entry.name if entry.name.isprintable() else ascii(entry.name))
    if not others:
        return []
    shown = ", ".join(sorted(others)[:NAMES_SHOWN])
    more = f" and {len(others) - NAMES_SHOWN} more" if len(others) > NAMES_SHOWN else ""
    return [f"not looked at: {shown}{more}"]


def _timestamp(directory: int, problems: list[str]) -> str | None:
    data = _read(directory, "timestamp.txt", TIMESTAMP_LIMIT, problems)
    text = "" if data is None else data.decode("ascii", "replace").strip()
    if not text:
        return None
    from nbgrader.utils import parse_utc  # takes seconds to import, and most submissions have no timestamp

    try:
        if not TIMESTAMP.fullmatch(text):
            raise ValueError
        moment: str = parse_utc(text).isoformat()
    except (ValueError, OverflowError, TypeError):
        problems.append(f"timestamp.txt: {text[:40]!a} is not a date and time; taken as on time")
        return None
    return moment
