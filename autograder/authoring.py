"""Say everything that is wrong with an assignment's source folder before anything of it is released."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course import Assignment
from autograder.markers import HIDDEN_TESTS, ReleaseError, find_regions, gathered
from autograder.notebooks import Cell, read_cells
from toolkit.checks import Check
from toolkit.checks_file import load_checks

CACHES = ("__pycache__", ".ipynb_checkpoints")


def authoring_problems(assignment: Assignment) -> list[str]:
    """Return one clear line for each reason not to release the assignment, except those of its modules."""
    problems = list(undeclared_files(assignment.source))
    checks: list[Check] | None = None
    with gathered(problems):
        checks = read_checks(assignment.checks_path)
    cells: list[Cell] = []
    readable = True
    for path in assignment.notebooks:
        unread = len(problems)
        with gathered(problems):
            cells += read_cells(path)
        readable = readable and len(problems) == unread
    for cell in cells:
        with gathered(problems):
            cell.regions()
    problems += _repeated_ids(cells)
    if checks is not None:
        problems += _misdeclared(assignment, checks)
        if readable:
            problems += _points_that_differ(checks, cells)
    return problems


def undeclared_files(source: Path) -> Iterator[str]:
    """Yield a problem for each thing under `source/<assignment>/` that is not for the release to handle.

    Notebooks and `solution/*.py` are; caches are ignored. nbgrader would copy the rest, and what links
    point to, to students.
    """
    for folder, pattern in ((source, "*.ipynb"), (source / "solution", "*.py")):
        if folder.is_symlink():
            yield f"{folder.name}: is a link; only regular files and folders can be released"
            continue
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            name = path.relative_to(source).as_posix()
            if path.is_symlink():
                yield f"{name}: is a link; only regular files can be released"
            elif path.name in CACHES or path == source / "solution":
                continue
            elif not (path.is_file() and path.match(pattern)) or path.name.startswith("."):
                yield f"{name}: does not belong there; only *.ipynb and solution/*.py do"


def read_checks(path: Path) -> list[Check]:
    """Return the checks of a `checks.py`, or raise `ReleaseError` if its markers or its code are wrong."""
    try:
        find_regions(path.read_text(encoding="utf-8"), path.name, [HIDDEN_TESTS])
        return list(load_checks(path).values())
    except ReleaseError:
        raise
    except Exception as error:
        line = f":{error.lineno}" if isinstance(error, SyntaxError) else ""
        reason = f"{type(error).__name__}: {error}"
        raise ReleaseError([f"{path.name}{line}: cannot be loaded: {reason}"]) from error


def _misdeclared(assignment: Assignment, checks: Sequence[Check]) -> Iterator[str]:
    for check in checks:
        if check.data and not check.hidden:
            yield f"checks.py: {check.name} is public and uses the data set; only hidden checks may"
        if check.module not in assignment.modules:
            yield f"checks.py: {check.name} is on the module {check.module!r}, which solution/ does not hold"
    for module in sorted({check.module for check in checks} & set(assignment.modules)):
        reference = assignment.hidden / "reference" / f"{module}.py"
        if not reference.is_file():
            yield f"{module}.py: has checks but no reference; write {assignment.name}/reference/{module}.py"


def _repeated_ids(cells: Sequence[Cell]) -> Iterator[str]:
    for grade_id, count in Counter(cell.grade_id for cell in cells if cell.grade_id).items():
        if count > 1:
            names = sorted({cell.name.split(",")[0] for cell in cells if cell.grade_id == grade_id})
            yield f"{' and '.join(names)}: {count} cells have the grade_id {grade_id!r}; give each its own"


def _points_that_differ(checks: Sequence[Check], cells: Sequence[Cell]) -> Iterator[str]:
    points: dict[str, float] = {}
    for check in checks:
        points[check.cell] = points.get(check.cell, 0.0) + check.points
    graded = {cell.grade_id: cell for cell in cells if cell.is_check}
    for name in sorted(points.keys() - graded.keys()):
        yield f"checks.py: no notebook has an autograded code cell with the grade_id {name!r}"
    for name in sorted(graded.keys() - points.keys()):
        yield f"{graded[name].name}: is autograded, but no check in checks.py belongs to it"
    for name in sorted(graded.keys() & points.keys()):
        if not math.isclose(graded[name].points, points[name]):
            yield (
                f"{graded[name].name}: has {graded[name].points:g} points, its checks together "
                f"{points[name]:g}; write {points[name]:g} into the cell"
            )
