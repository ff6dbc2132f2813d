"""Say everything that is wrong with an assignment's source folder before anything of it is released."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from autograder.course import Assignment
from autograder.markers import HIDDEN_TESTS, ReleaseError, find_regions, gathered
from autograder.notebooks import Cell, read_cells
from toolkit.checks import Check
from toolkit.checks_file import checks_files, load_checks
from toolkit.model_checks import ModelCheck

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
    """Return the checks of `checks.py` and its topics; raise `ReleaseError` if markers or code are wrong."""
    try:
        for file, text in checks_files(path).items():
            find_regions(text, file, [HIDDEN_TESTS])
        return list(load_checks(path).values())
    except ReleaseError:
        raise
    except Exception as error:
        where = f"{error.filename}:{error.lineno}" if isinstance(error, SyntaxError) else path.name
        reason = f"{type(error).__name__}: {error}"
        raise ReleaseError([f"{where}: cannot be loaded: {reason}"]) from error


def _misdeclared(assignment: Assignment, checks: Sequence[Check]) -> Iterator[str]:
    for check in checks:
        if isinstance(check, ModelCheck):
            yield from _misdeclared_model(assignment, check)
            continue
        if check.data and not check.hidden:
            yield f"checks.py: {check.name} is public and uses the data set; only hidden checks may"
        if check.module not in assignment.modules:
            yield f"checks.py: {check.name} is on the module {check.module!r}, which solution/ does not hold"
    yield from _callees_without_checks(checks)
    for module in sorted({check.module for check in checks} & set(assignment.modules)):
        reference = assignment.hidden / "reference" / f"{module}.py"
        if not reference.is_file():
            yield f"{module}.py: has checks but no reference; write {assignment.name}/reference/{module}.py"


def _misdeclared_model(assignment: Assignment, check: ModelCheck) -> Iterator[str]:
    trained = assignment.hidden / "reference" / "trained_models.py"
    if not trained.is_file() or f"def {check.name}(" not in trained.read_text(encoding="utf-8"):
        yield f"{check.module}: {assignment.name}/reference/trained_models.py has no {check.name}(data, rng)"
    if check.features and check.features not in assignment.modules:
        yield f"{check.module}: its features come from {check.features!r}, which solution/ does not hold"


def _callees_without_checks(checks: Sequence[Check]) -> Iterator[str]:
    """Yield callees without checks in a cell of their name, and those that lead back to their caller."""
    cells = {(check.module, check.cell) for check in checks}
    calls: dict[str, set[str]] = {}
    for check in checks:
        for module, names in check.callees.items():
            calls.setdefault(check.cell, set()).update(names)
            for name in names:
                if (module, name) not in cells:
                    yield f"checks.py: {check.name} names the callee {name} of {module}, which has no check"
    try:
        TopologicalSorter(calls).prepare()
    except CycleError as error:
        yield f"checks.py: callees in a circle: {', '.join(error.args[1])}; one must be lower than the other"


def _repeated_ids(cells: Sequence[Cell]) -> Iterator[str]:
    for grade_id, count in Counter(cell.grade_id for cell in cells if cell.grade_id).items():
        if count > 1:
            names = sorted({cell.name.split(",")[0] for cell in cells if cell.grade_id == grade_id})
            yield f"{' and '.join(names)}: {count} cells have the grade_id {grade_id!r}; give each its own"


def _points_that_differ(checks: Sequence[Check], cells: Sequence[Cell]) -> Iterator[str]:
    points: dict[str, float] = {}
    for check in checks:
        points[check.cell] = points.get(check.cell, 0.0) + (0.0 if check.optional else check.points)
    core, extra = ({check.cell for check in checks if check.optional == kind} for kind in (False, True))
    for name in sorted(core & extra):
        yield f"checks.py: some of the cell {name!r} are optional, others are not; give each kind a cell"
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
