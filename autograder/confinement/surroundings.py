"""What a confined process needs of this machine: interpreter, standard library, permitted packages."""

from __future__ import annotations

import importlib.util
import os
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import toolkit

OWN = Path(__file__).resolve().parent
GRADER = OWN.parent
OWN_PACKAGES = ("numpy", "msgspec")
SITES = ("site-packages", "dist-packages")
LEFT_OUT = {*SITES, "ensurepip", "idlelib", "test"}
SYSTEM_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache")
TIME_ZONES = Path("/usr/share/zoneinfo")


class SurroundingsError(Exception):
    """A package that an assignment declares is not installed."""


@dataclass(frozen=True)
class Surroundings:
    """Paths for a process that runs submissions.

    Attributes
    ----------
    interpreter : Path
        The interpreter that the environment was made from; it needs no other files than `libraries`.
    libraries : tuple of Path
        Folders with the standard library and shared libraries.
    hidden : tuple of Path
        Folders below `libraries` with packages that are not permitted.
    standard : tuple of Path
        The folders of the standard library, which may be listed.
    readable : tuple of Path
        What may be read in them.
    packages : tuple of Path
        The permitted packages and the toolkit.
    roots : tuple of Path
        Where the zygote finds packages, toolkit and its own modules.
    masked : tuple of Path
        Folders below `packages` that are not permitted.
    writable : tuple of Path
        Files and folders that may be changed.
    """

    interpreter: Path
    libraries: tuple[Path, ...]
    hidden: tuple[Path, ...]
    standard: tuple[Path, ...]
    readable: tuple[Path, ...]
    packages: tuple[Path, ...]
    roots: tuple[Path, ...]
    masked: tuple[Path, ...] = ()
    writable: tuple[Path, ...] = ()

    @property
    def own(self) -> tuple[Path, ...]:
        """The only files of the grader that the zygote reads."""
        return OWN, GRADER / "__init__.py"


def surroundings(packages: Iterable[str] = ()) -> Surroundings:
    """Return the paths for workers that may import NumPy and the packages given.

    Raises
    ------
    SurroundingsError
        If a package is not installed.
    """
    places = [
        place
        for name in (*OWN_PACKAGES, *dict.fromkeys(p.partition(".")[0] for p in packages))
        for place in _places(name)
    ]
    given = Path(str(toolkit.__file__)).parent
    standard = tuple(dict.fromkeys(Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")))
    libraries = [Path(sys.base_prefix, "lib"), *standard, *map(Path, SYSTEM_LIBRARIES)]
    return Surroundings(
        interpreter=Path(os.path.realpath(getattr(sys, "_base_executable", sys.executable))),
        libraries=tuple(path for path in dict.fromkeys(libraries) if path.exists()),
        hidden=tuple(
            site
            for folder in dict.fromkeys([*libraries, *Path("/usr/lib").glob("python*")])
            for site in (folder / name for name in SITES)
            if site.is_dir()
        ),
        standard=standard,
        readable=tuple(
            entry
            for folder in standard
            for entry in sorted(folder.iterdir())
            if entry.name not in LEFT_OUT and entry.exists()
        ),
        packages=(*places, given),
        roots=tuple(dict.fromkeys([given.parent, *(place.parent for place in places), GRADER.parent])),
    )


def whole_environment(writable: Path) -> Surroundings:
    """Return the paths for a notebook, which may import every package of this environment but the grader."""
    around = surroundings()
    sites = tuple(dict.fromkeys(path for path in map(Path, sys.path) if path.name in SITES and path.is_dir()))
    zones = (TIME_ZONES,) if TIME_ZONES.is_dir() else ()
    shared = dict.fromkeys(path.resolve() for path in around.libraries if path not in around.standard)
    inside = [
        *(path for folder in shared for path in _entries(folder, without="python")),
        *(path for site in sites for path in _entries(site, without=GRADER.name)),
    ]
    return replace(
        around,
        libraries=(*around.libraries, *zones),
        standard=(*around.standard, *sites),
        readable=(*around.readable, *inside, *zones),
        packages=sites,
        roots=(GRADER.parent, *sites),
        masked=tuple(path for site in sites if (path := site / GRADER.name).is_dir()),
        writable=(writable,),
    )


def _places(name: str) -> list[Path]:
    """Return a package's folder, and the folder of shared libraries that its wheel brought along."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SurroundingsError(f"{name} is declared by the assignment but not installed")
    origin = Path(found.origin)
    folder = origin.parent if found.submodule_search_locations else origin
    libraries = folder.with_name(f"{name}.libs")
    return [folder, libraries] if libraries.is_dir() else [folder]


def _entries(path: Path, without: str) -> list[Path]:
    """Return what is in a folder, but for links and names that begin with `without`; a file itself."""
    entries = sorted(path.iterdir()) if path.is_dir() else [path]
    return [entry for entry in entries if not (entry.is_symlink() or entry.name.startswith(without))]
