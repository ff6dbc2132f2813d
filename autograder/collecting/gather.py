"""Gather the declared files of a submission from its folder, the archives in it, or a folder around them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

from autograder.collecting.archives import ARCHIVE_LIMIT, is_archive, read_archive
from autograder.collecting.declared import MODULE_LIMIT, RELEASED, Declared, others, pick
from autograder.collecting.packages import (
    PACKAGE,
    find_packages,
    home,
    may_be_in_package,
    package_in,
    read_package,
    with_package,
    without_package,
)
from autograder.collecting.strict_files import RefusedError, opened_file, opened_folder, read_file, shown
from toolkit.strict_zip import ArchiveError

ENTRY_LIMIT = 300
ARCHIVES_OPENED = 3


def gather(directory: int, declared: Declared, problems: list[str]) -> dict[str, bytes]:
    """Return the content of the declared files of a submission, by the names they should have.

    What lies in the folder itself counts. What is missing there is taken from the archives in it, the newest
    first, or, if nothing is there and no archive, from the folder that holds most of it. Of each of them
    modules count before those of the same name in a package `cs231n`, of which there is one.

    Parameters
    ----------
    directory : int
        Descriptor of the submission's folder.
    declared : Declared
    problems : list of str
        Gets one line for each thing that was refused, taken for another or not looked at.

    Raises
    ------
    HardLinkError
        If a file has another name on this disk.
    """
    names = _listing(directory)
    if names is None:
        problems.append(
            f"more than {ENTRY_LIMIT} files; only {', '.join(sorted(declared.names))} are looked at"
        )
        return pick(declared, (), _reader(directory, declared, problems), problems)
    found = _from_folder(directory, names, declared, problems)
    archives = sorted(filter(is_archive, names), key=lambda name: _age(directory, name))
    opened = archives[:ARCHIVES_OPENED] if set(declared.names) - set(found) else []
    for name in opened:
        said: list[str] = []
        _add(found, _from_archive(directory, name, declared, said), said)
        problems += [f"{shown(name)}: {line}" for line in said]
    if not found and not archives and (folder := _fullest_folder(directory, names, declared)):
        opened = [folder]
        with opened_folder(folder, directory) as inner:
            inside = _listing(inner) or []
            found = _from_folder(inner, inside, declared, problems)
            problems += others(declared, set(inside) - _folders(found), problems)
    problems += others(declared, set(names) - set(opened) - _folders(found), problems)
    return found


def _from_folder(
    directory: int, names: list[str], declared: Declared, problems: list[str]
) -> dict[str, bytes]:
    """Return the declared files in an opened folder, and those of the package in it."""
    found = pick(declared, names, _reader(directory, declared, problems), problems)
    package = read_package(directory, problems)
    return with_package(found, package, declared, problems)


def _folders(found: dict[str, bytes]) -> set[str]:
    """Return the folders of which files were found."""
    return {name.partition("/")[0] for name in found if "/" in name}


def _listing(directory: int) -> list[str] | None:
    """Return the names in a folder; None if there are very many."""
    names = []
    with os.scandir(directory) as entries:
        for entry in entries:
            names.append(entry.name)
            if len(names) > ENTRY_LIMIT:
                return None
    return sorted(names)


def _age(directory: int, name: str) -> tuple[float, str]:
    return -os.stat(name, dir_fd=directory, follow_symlinks=False).st_mtime, name


def _reader(directory: int, declared: Declared, problems: list[str]) -> Callable[[str], bytes | None]:
    """Return a function that reads a file, or says in `problems` why not."""

    def read(name: str) -> bytes | None:
        try:
            return read_file(directory, name, declared.limit(name))
        except FileNotFoundError:
            return None
        except RefusedError as error:
            problems.append(f"{shown(name)}: {error}")
            return None

    return read


def _limit(declared: Declared) -> Callable[[str], int]:
    """Return a function that says how many bytes of a file of an archive may be read."""

    def limit(path: str) -> int:
        whole = PurePosixPath(path)
        return MODULE_LIMIT if may_be_in_package(whole) else declared.limit(whole.name)

    return limit


def _from_archive(directory: int, name: str, declared: Declared, said: list[str]) -> dict[str, bytes]:
    """Return the declared files of an archive: those of the folder in it that holds most of them."""
    try:
        with opened_file(directory, name, ARCHIVE_LIMIT) as file:
            contents = read_archive(file, os.fstat(file.fileno()).st_size, _limit(declared))
    except (FileNotFoundError, RefusedError, ArchiveError) as error:
        said.append(str(error))
        return {}
    said += contents.problems
    paths = [PurePosixPath(path) for path in sorted(contents.paths)]
    packages = find_packages(paths)
    homes = [home(path, packages) for path in paths if path.name in declared.names]
    homes = homes or [home(PurePosixPath(path), packages) for path in contents.files] or [PurePosixPath()]
    counts = Counter(homes)
    root, *copies = sorted(counts, key=lambda home: (-counts[home], len(home.parts), home))
    names = {path.relative_to(root).parts[0] for path in paths if path.is_relative_to(root)}
    elsewhere = {str(copy) for copy in copies if not copy.is_relative_to(root)}
    found = pick(declared, names, lambda file: contents.files.get(str(root / file)), said)
    if root / PACKAGE in packages:
        found = with_package(found, package_in(root, contents.files, said), declared, said)
    said += others(declared, (names | elsewhere) - _folders(found), said)
    if not found:
        said.append("holds none of the assignment's files")
    return found


def _add(found: dict[str, bytes], more: dict[str, bytes], said: list[str]) -> None:
    """Add files that are missing; say which of the others differ. A package stays as one found it."""
    if _folders(found) & _folders(more):
        said.append(f"its {PACKAGE} is not used: there is another one beside the archive or in a newer one")
        more = without_package(more)
    for name, data in more.items():
        if found.setdefault(name, data) != data:
            said.append(f"its {name} is not used: there is another one beside the archive or in a newer one")


def _fullest_folder(directory: int, names: list[str], declared: Declared) -> str | None:
    """Return the folder (no link) in which most of the declared files lie; None if there is none in any."""
    counts = {}
    for name in names:
        if name in RELEASED or name.startswith("."):
            continue
        try:
            with opened_folder(name, directory) as inner:
                inside = {
                    PurePosixPath(path).name for path in (*(_listing(inner) or ()), *read_package(inner, []))
                }
                counts[name] = len(inside.intersection(declared.names))
        except OSError:  # no folder
            continue
    fullest = max(counts, key=lambda name: counts[name], default=None)
    return fullest if fullest and counts[fullest] else None
