"""Collect what a student handed in: the declared files as bytes, and a line for everything else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from autograder.collecting.declared import Declared
from autograder.collecting.gather import gather
from autograder.collecting.strict_files import HardLinkError, RefusedError, opened_folder, read_file
from autograder.collecting.student_notebook import CELL_LIMIT, NotebookError, parse
from autograder.course import Assignment

TIMESTAMP_LIMIT = 200
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
        SHA-256 of the names and bytes of `files`, `notebooks` and `models`.
    models : dict of str to bytes
        Each submitted file of a trained model by its name ("best_svm.npz"); no worker gets them.
    """

    student: str
    files: dict[str, bytes]
    notebooks: dict[str, bytes]
    problems: tuple[str, ...]
    timestamp: str | None
    digest: str
    models: dict[str, bytes] = field(default_factory=dict)


def collect(folder: Path, assignment: Assignment) -> Submission:
    """Read `submitted/<student>/<assignment>`; nothing in it is changed, run or followed.

    Raises
    ------
    SubmissionError
        If the folder is missing or a link, a file in it has another name on this disk, or the student's id
        is unusable.
    """
    student = check_student_id(folder.parent.name)
    problems: list[str] = []
    with _opened(folder) as directory:
        found = gather(directory, Declared.of(assignment), problems)
        timestamp = _timestamp(directory, problems)
    notebooks = {path.name: found.pop(path.name) for path in assignment.notebooks if path.name in found}
    models = {name: found.pop(name) for name in assignment.models if name in found}
    for name, data in notebooks.items():
        try:
            if len(parse(data)) > CELL_LIMIT:
                problems.append(f"{name}: more than {CELL_LIMIT:,} cells; the others are left out")
        except NotebookError as error:
            problems.append(f"{name}: {error}; its written answers cannot be shown")
    lines = tuple(dict.fromkeys(problems))
    total = digest({**found, **notebooks, **models})
    return Submission(student, found, notebooks, lines, timestamp, total, models)


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
    """Open `<student>/<assignment>`, neither of which may be a link."""
    try:
        with opened_folder(folder.parent) as parent, opened_folder(folder.name, parent) as directory:
            yield directory
    except OSError as error:
        reason = error.strerror
        raise SubmissionError(f"{folder}: no readable folder ({reason}); links are not followed") from None
    except HardLinkError as error:
        raise SubmissionError(f"{folder}: {error}") from None


def _timestamp(directory: int, problems: list[str]) -> str | None:
    try:
        text = read_file(directory, "timestamp.txt", TIMESTAMP_LIMIT).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None
    except RefusedError as error:
        problems.append(f"timestamp.txt: {error}")
        return None
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
