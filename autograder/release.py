"""Regenerate what students get, say whether it is up to date, and pack it to hand it out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.build import EXPECTED, build_all
from autograder.course import Course
from autograder.markers import ReleaseError, gathered
from autograder.tree import changed_files, write_file, write_tree
from toolkit import expected


@dataclass(frozen=True)
class Release:
    """What became of one assignment.

    Attributes
    ----------
    assignment : str
    folder : Path
    changed : tuple of str
        Files that were written or removed, or with `check` that would be.
    archive : Path or None
        The zip to hand out, if one was asked for.
    """

    assignment: str
    folder: Path
    changed: tuple[str, ...]
    archive: Path | None = None


def release(
    course: Course, names: Iterable[str], *, check: bool = False, archive: bool = False
) -> list[Release]:
    """Regenerate `assignments/<name>` from `source/<name>` and write only what changed.

    Parameters
    ----------
    course : Course
    names : iterable of str
        Assignments; none for all those with checks.
    check : bool
        Only say what would change. Texts are compared bytewise, arrays by tolerance.
    archive : bool
        Also make `assignments/<name>.zip`.

    Raises
    ------
    CourseError
        If there is no such assignment.
    ReleaseError
        With every reason found, if one of them cannot be released; nothing is written then.
    """
    assignments = [course.assignment(name) for name in tuple(names) or course.assignments_with_checks()]
    built: dict[str, dict[str, bytes]] = {}
    problems: list[str] = []
    for assignment in assignments:
        if not assignment.has_checks:
            problems.append(
                f"{assignment.name}: has no solution/checks.py; release it with "
                f"`nbgrader generate_assignment {assignment.name}`"
            )
            continue
        found: list[str] = []
        with gathered(found):
            built[assignment.name] = build_all(assignment)
        problems += [f"{assignment.name}/{problem}" for problem in found]
    if problems:
        raise ReleaseError(problems)
    return [_release_one(course, name, files, check, archive) for name, files in built.items()]


def same(name: str, old: bytes, new: bytes) -> bool:
    """Say whether two versions of a released file are as good as the same."""
    if old == new or name != EXPECTED:
        return old == new
    try:
        return expected.same(old, new)
    except ValueError:
        return False


def pack(folder: Path, files: Iterable[str]) -> bytes:
    """Return a zip of these files of a folder, below its name; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}")
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, (folder / name).read_bytes())
    return buffer.getvalue()


def _release_one(
    course: Course, name: str, files: Mapping[str, bytes], check: bool, archive: bool
) -> Release:
    folder = course.assignments / name
    if check:
        return Release(name, folder, tuple(changed_files(folder, files, same)))
    changed = tuple(write_tree(folder, files, same))
    if not archive:
        return Release(name, folder, changed)
    bundle = course.assignments / f"{name}.zip"
    data = pack(folder, files)
    if not bundle.is_file() or bundle.read_bytes() != data:
        write_file(bundle, data)
    return Release(name, folder, changed, bundle)
