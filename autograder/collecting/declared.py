"""Recognise the files that an assignment declares among those handed in, whatever became of their names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath

from autograder.collecting.strict_files import shown
from autograder.collecting.student_notebook import grade_ids
from autograder.course import Assignment
from toolkit.checks_file import is_checks
from toolkit.strict_npz import SIZE_LIMIT

MODULE_LIMIT = 1 << 20
NOTEBOOK_LIMIT = 64 << 20
CANDIDATES = 8
NAMES_SHOWN = 5

COPY = re.compile(r"(?: ?\(\d+\)|-\d+| ?- ?copy)$")
RELEASED = frozenset(
    {"__pycache__", "checks.py", "datasets", "expected.npz", "requirements.txt", "timestamp.txt", "toolkit"}
)


@dataclass(frozen=True)
class Declared:
    """The modules, notebooks and trained models of an assignment, by file name.

    With the notebooks are the author's copies of them; `origins` are the names of some modules in CS231n's
    public assignments.
    """

    modules: tuple[str, ...]
    notebooks: dict[str, Path]
    models: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, assignment: Assignment) -> Declared:
        modules = tuple(f"{name}.py" for name in assignment.modules)
        notebooks = {path.name: path for path in assignment.notebooks}
        origins = {f"{name}.py": f"{theirs}.py" for name, theirs in assignment.origins.items()}
        return cls(modules, notebooks, assignment.models, origins)

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.modules, *self.notebooks, *self.models)

    @cached_property
    def _module_forms(self) -> frozenset[str]:
        return frozenset(map(_plain, self.modules))

    @cached_property
    def _model_forms(self) -> frozenset[str]:
        return frozenset(map(_plain, self.models))

    def limit(self, name: str) -> int:
        """Return how many bytes of a file of this name may be read; 0 if it cannot be one of ours."""
        if name.lower().endswith(".ipynb"):
            return NOTEBOOK_LIMIT
        forms = _forms(name)
        if forms & self._model_forms:
            return SIZE_LIMIT
        return MODULE_LIMIT if forms & self._module_forms else 0


def pick(
    declared: Declared, names: Iterable[str], read: Callable[[str], bytes | None], problems: list[str]
) -> dict[str, bytes]:
    """Return the content of the declared files that are there, under the names they should have.

    A file is taken for a missing one if its name differs in case, in the form of its letters or by what
    is added to copies ("knn (1).py"); a notebook, if it has the cells of the missing one.

    Parameters
    ----------
    declared : Declared
    names : iterable of str
        Files that are there, as far as known.
    read : callable
        Returns the content of a file, None if it is not there or refused.
    problems : list of str
        Gets a line for each file that is taken for another, or could be.
    """
    found = {name: data for name in declared.names if (data := read(name)) is not None}
    spare = sorted(set(names) - set(declared.names))
    for name in declared.names:
        if name in found:
            continue
        candidates = [other for other in spare if _plain(name) in _forms(other)]
        if name in declared.notebooks:
            candidates = _same_cells(declared.notebooks[name], spare, read) or candidates
        if len(candidates) > 1:
            listed = " and ".join(map(shown, candidates[:NAMES_SHOWN]))
            problems.append(f"{name}: missing, and {listed} could be it; hand in one, named {name}")
        elif candidates and (data := read(candidates[0])) is not None:
            found[name] = data
            spare.remove(candidates[0])
            problems.append(f"{shown(candidates[0])}: taken as {name}")
    return found


def others(declared: Declared, names: Iterable[str], problems: Iterable[str]) -> list[str]:
    """Return one line that names the files which are not looked at (none if there are none).

    Left out are those that the release contains, hidden ones, and those that a line begins with already.
    """
    known = RELEASED.union(declared.names)
    said = {line.partition(":")[0] for line in problems}
    unread = [name for name in sorted(set(names) - known) if not (name.startswith(".") or is_checks(name))]
    unread = [shown(name) for name in unread if shown(name) not in said]
    if not unread:
        return []
    more = f" and {len(unread) - NAMES_SHOWN} more" if len(unread) > NAMES_SHOWN else ""
    return [f"not looked at: {', '.join(unread[:NAMES_SHOWN])}{more}"]


def _same_cells(original: Path, spare: list[str], read: Callable[[str], bytes | None]) -> list[str]:
    """Return the notebooks with at least half of the original's graded cells; of equal ones, the first."""
    wanted = grade_ids(original.read_bytes())
    notebooks = [name for name in spare if name.lower().endswith(".ipynb")]
    fitting: dict[bytes, str] = {}
    for name in notebooks[:CANDIDATES] if wanted else []:
        data = read(name)
        if data is not None and 2 * len(wanted & grade_ids(data)) >= len(wanted):
            fitting.setdefault(hashlib.sha256(data).digest(), name)
    return list(fitting.values())


def _forms(name: str) -> set[str]:
    """Return what the name may have been before somebody's system changed it."""
    path = PurePath(_plain(name))
    return {path.name, COPY.sub("", path.stem) + path.suffix}


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
