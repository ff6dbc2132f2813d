"""Tell from the names in a learning platform's download whose file is which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from autograder.collecting.archives import is_archive

MOODLE = re.compile(r"(?P<student>[^/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_?/(?P<file>.+)")
MOODLE_FLAT = re.compile(r"(?P<student>[^/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_(?P<file>[^/]+)")
MOODLE_MARK = "_assignsubmission_"
CANVAS = re.compile(r"(?P<student>[^_/]+)(?:_LATE)?_(?P<number>\d+)_\d+_(?P<file>[^/]+)")
ARCHIVE = re.compile(r"(?P<student>.+?)(?:\.tar)?\.\w+")


@dataclass(frozen=True)
class Place:
    """Where a file of a download belongs.

    Attributes
    ----------
    student : str
        The student's id, as the download has it.
    account : str
        What tells two students or two attempts of the same name apart.
    file : str
        The file's path in the submission.
    timestamp : str
        When it was handed in, if the name says so.
    """

    student: str
    account: str
    file: str
    timestamp: str = ""


def place(path: PurePosixPath, assignment: str, pattern: re.Pattern[str] | None = None) -> Place | None:
    """Return where a file belongs by its path in the download, None if that does not say so.

    Without a pattern: as Moodle and Canvas name files, `<student>.zip`, or `<student>/…`. Only what stands
    first in the path counts, since the rest is the student's choice. A pattern is searched for in the path
    with a slash before it; its group `student_id` is the id, and `file_id` (without the file's extension) and
    `timestamp` may be there, as for `nbgrader zip_collect`.
    """
    if pattern is not None:
        found = pattern.search(f"/{path}")
        return _by_groups(found.groupdict(), path) if found else None
    if len(path.parts) == 1 and path.name.count(MOODLE_MARK) > 1:
        return None
    for names in (MOODLE, MOODLE_FLAT, CANVAS):
        if found := names.fullmatch(str(path)):
            return Place(found["student"], found["number"], found["file"])
    if len(path.parts) > 1:
        student, *rest = path.parts
        inner = rest[1:] if rest[0] == assignment and len(rest) > 1 else rest
        return Place(student, f"{student}/", "/".join(inner))
    if is_archive(path.name) and (found := ARCHIVE.fullmatch(path.name)):
        return Place(found["student"], path.name, path.name)
    return None


def _by_groups(groups: dict[str, str | None], path: PurePosixPath) -> Place:
    file = f"{groups['file_id']}{path.suffix}" if groups.get("file_id") else path.name
    return Place(groups["student_id"] or "", "", file, groups.get("timestamp") or "")
