"""Take answers in the layout of CS231n's public assignments: modules in a package called `cs231n`."""

from __future__ import annotations

import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from autograder.collecting.declared import MODULE_LIMIT, NAMES_SHOWN, Declared
from autograder.collecting.strict_files import RefusedError, opened_folder, read_file, shown

PACKAGE = "cs231n"
NOT_LOOKED_INTO = frozenset({"__pycache__", "datasets"})
MODULES = 64
SIZE_LIMIT = 4 << 20
ENTRY_LIMIT = 1_000
DEPTH_LIMIT = 3

LEADS_TO = '''\
"""The submission's {path}."""

import importlib
import sys

sys.modules[__name__] = importlib.import_module("{module}")
'''


def read_package(directory: int, problems: list[str]) -> dict[str, bytes]:
    """Return the modules of the package in an opened folder, by path (`cs231n/layers.py`).

    There are none if the package is a link, or has more than 64 modules, 4 MB of them or 1,000 files, or if
    it holds a notebook: then it only wraps a submission.

    Raises
    ------
    HardLinkError
        If a module has another name on this disk.
    """
    try:
        with opened_folder(PACKAGE, directory) as package:
            modules = _read_modules(package, problems)
    except FileNotFoundError:
        return {}
    except OSError as error:
        problems.append(f"{PACKAGE}: no readable folder ({error.strerror}); links are not followed")
        return {}
    except RefusedError as error:
        problems.append(f"{PACKAGE}: {error}; not read")
        return {}
    return _importable(modules, problems)


def find_packages(paths: Collection[PurePosixPath]) -> set[PurePosixPath]:
    """Return the folders called `cs231n` among the files of an archive that hold modules and no notebook."""
    modules, notebooks = (
        {folder for path in paths if path.suffix == suffix for folder in path.parents}
        for suffix in (".py", ".ipynb")
    )
    return {folder for folder in modules - notebooks if folder.name == PACKAGE}


def home(path: PurePosixPath, packages: Collection[PurePosixPath]) -> PurePosixPath:
    """Return the folder of the submission that a file belongs to: for one in a package, the one around it."""
    return next((folder.parent for folder in path.parents if folder in packages), path.parent)


def package_in(root: PurePosixPath, files: Mapping[str, bytes], problems: list[str]) -> dict[str, bytes]:
    """Return the modules of the package in a folder of an archive; none if they are too many."""
    inside = {
        path: data for path, data in files.items() if PurePosixPath(path).is_relative_to(root / PACKAGE)
    }
    modules = {str(PurePosixPath(path).relative_to(root)): data for path, data in inside.items()}
    try:
        _refuse_more(modules)
    except RefusedError as error:
        problems.append(f"{PACKAGE}: {error}; not read")
        return {}
    return _importable(modules, problems)


def may_be_in_package(path: PurePosixPath) -> bool:
    """Say whether a path of an archive is that of a module below a folder called `cs231n`."""
    folders = path.parts[:-1]
    return path.suffix == ".py" and PACKAGE in folders and NOT_LOOKED_INTO.isdisjoint(folders)


def with_package(
    found: dict[str, bytes], package: Mapping[str, bytes], declared: Declared, problems: list[str]
) -> dict[str, bytes]:
    """Return the files found with those of a package.

    A declared module that is missing becomes one that leads to the package's of that name, or of the name it
    has in CS231n's public assignments: imported under either name, it is one object.
    """
    used = []
    for name in declared.modules:
        places = _places(package, name) or _places(package, declared.origins.get(name))
        if places and name in found:
            problems.append(f"{places[0]}: not graded, since there is a {name} beside {PACKAGE}")
        elif len(places) > 1:
            problems.append(f"{name}: missing, and {' and '.join(places[:NAMES_SHOWN])} could be it")
        elif places:
            found = {**found, name: _leading_to(places[0])}
            used.append(name)
    if used:
        problems.append(f"{PACKAGE}: graded as {', '.join(used)}")
    return {**found, **package}


def _places(package: Iterable[str], name: str | None) -> list[str]:
    return [path for path in package if PurePosixPath(path).name == name]


def without_package(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files found without those of a package and those that lead to it."""
    package = {name for name in found if "/" in name}
    return {name: data for name, data in found.items() if not {name, file_of(found, name)} & package}


def file_of(files: Mapping[str, bytes], name: str) -> str:
    """Return the name of the file in which a module stands: its own, or that in the package it leads to."""
    return next((path for path in files if "/" in path and files.get(name) == _leading_to(path)), name)


def _leading_to(path: str) -> bytes:
    return LEADS_TO.format(path=path, module=path.removesuffix(".py").replace("/", ".")).encode()


def _read_modules(package: int, problems: list[str]) -> dict[str, bytes]:
    modules: dict[str, bytes] = {}
    refused = []
    for count, (folder, path) in enumerate(_walk(package, PurePosixPath(PACKAGE))):
        if count == ENTRY_LIMIT:
            raise RefusedError(f"more than {ENTRY_LIMIT:,} files")
        if path.suffix == ".ipynb":
            return {}
        if path.suffix == ".py":
            try:
                modules[str(path)] = read_file(folder, path.name, MODULE_LIMIT)
            except RefusedError as error:
                refused.append(f"{shown(str(path))}: {error}")
            _refuse_more(modules)
    problems += refused[:NAMES_SHOWN]
    return modules


def _walk(directory: int, folder: PurePosixPath) -> Iterator[tuple[int, PurePosixPath]]:
    """Yield what is below an opened folder, each with the descriptor of its own folder."""
    with os.scandir(directory) as entries:
        some = itertools.islice(entries, ENTRY_LIMIT + 1)
        names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in some)
    for name, is_folder in names:
        if name.startswith(".") or name in NOT_LOOKED_INTO:
            continue
        yield directory, folder / name
        if is_folder and len(folder.parts) < DEPTH_LIMIT:
            with opened_folder(name, directory) as inner:
                yield from _walk(inner, folder / name)


def _refuse_more(files: Mapping[str, bytes]) -> None:
    if len(files) > MODULES or sum(map(len, files.values())) > SIZE_LIMIT:
        raise RefusedError(f"more than {MODULES} modules or {SIZE_LIMIT:,} bytes of them")


def _importable(files: Mapping[str, bytes], problems: list[str]) -> dict[str, bytes]:
    """Return the modules that can be imported by their names; say which cannot."""
    modules = {
        path: data for path, data in sorted(files.items()) if all(map(str.isidentifier, path[:-3].split("/")))
    }
    if others := sorted(files.keys() - modules):
        listed = ", ".join(map(shown, others[:NAMES_SHOWN]))
        problems.append(f"{PACKAGE}: cannot be imported by its name: {listed}")
    return modules
