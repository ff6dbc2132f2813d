"""`check` and `compare` for notebooks: run the public checks of a cell and say what is right and wrong."""

from __future__ import annotations

import difflib
import sys
import time
from contextlib import suppress
from typing import Any

import numpy as np

from toolkit import expected
from toolkit.checks import Check, close
from toolkit.checks_file import declared_packages, load_checks
from toolkit.comparison import judge_output
from toolkit.folder import find_folder
from toolkit.imports import imported_names
from toolkit.model_checks import ModelCheck, model_row
from toolkit.module import local_session
from toolkit.probe import PUBLIC, run_probe, seed_of
from toolkit.table import Report, Row, as_html, as_lines
from toolkit.verdict import judge


class CheckFailed(Exception):
    """Some public check did not pass; in a notebook it shows the report instead of a traceback."""

    def __init__(self, report: Report) -> None:
        super().__init__("\n".join(as_lines(report)))
        self.report = report

    def _render_traceback_(self) -> list[str]:
        return as_lines(self.report, colour=True)


class Passed:
    """The report of checks that all passed; in a notebook it shows as a table."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __repr__(self) -> str:
        return "\n".join(as_lines(self.report))

    def _repr_html_(self) -> str:
        return as_html(self.report)


def check(cell: str) -> Passed:
    """Run the public checks of what you implement in one cell, on the modules as they are saved now.

    Parameters
    ----------
    cell : str
        Name of the function or method, for example `"predict_labels"`.

    Raises
    ------
    CheckFailed
        If a check does not pass; it shows which, where the values differ, and the cause where it is a
        known mistake. Also if the folder or the name is not usable, in one line.
    """
    try:
        return _check(cell)
    except KeyboardInterrupt:
        raise _problem(cell, f"{cell}: stopped by you before the checks ended") from None
    except CheckFailed:
        raise
    except Exception as error:
        raise _problem(cell, f"{error}") from None


def _check(cell: str) -> Passed:
    if not isinstance(cell, str):
        name = getattr(cell, "__name__", "predict_labels")
        raise _problem(str(cell), f'give the name in quotation marks: check("{name}")')
    folder = find_folder()
    content = expected.read(folder.expected.read_bytes())
    if cell not in content.cells:
        raise _problem(cell, f"there is no check {cell!r}: {_advice(cell, list(content.cells))}")
    begun = time.perf_counter()
    checks = load_checks(folder.checks)
    files = folder.files()
    public = content.cells[cell]
    if unknown := [name for name in public.public if name not in checks]:
        raise ValueError(f"checks.py has no check {unknown[0]}: copy it again from the hand-out")
    rows = tuple(_row(checks[name], content, files) for name in public.public)
    saved = folder.saved(checks[public.public[0]].module) if rows else ""
    seconds = time.perf_counter() - begun
    permitted = declared_packages(folder.checks.read_text("utf-8"))
    modules = {check.module for check in checks.values()}
    warning = _missing_when_graded(files, modules, content.given, permitted)
    report = Report(cell, rows, public.hidden, public.hidden_points, seconds, saved=saved, warning=warning)
    if all(row.status == "passed" for row in rows):
        return Passed(report)
    raise CheckFailed(report)


def _missing_when_graded(
    files: dict[str, bytes], modules: set[str], given: tuple[str, ...], packages: tuple[str, ...]
) -> str:
    """Warn of imports that work on this computer only; a module that cannot be parsed fails anyway."""
    known = {
        *sys.stdlib_module_names,
        *modules,
        *given,
        *(name.partition(".")[0] for name in packages),
        "numpy",
        "toolkit",
    }
    for module in sorted(modules):
        with suppress(SyntaxError, ValueError):
            names = imported_names(files.get(f"{module}.py", b""))
            if foreign := [name for name in names if name.partition(".")[0] not in known]:
                return (
                    f"{module}.py imports {foreign[0]}, which is missing when your work is graded: use only "
                    f"{', '.join(['NumPy', *packages])} and Python's standard library, "
                    "or the checks of this module will fail"
                )
    return ""


def _advice(cell: str, names: list[str]) -> str:
    last = cell.rpartition(".")[2]  # KNearestNeighbor.predict: predict
    near = [name for name in names if name == last] or [name for name in names if last and last in name]
    near = near if len(near) == 1 else difflib.get_close_matches(cell, names, n=1)
    return f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(names)}"


def compare(got: Any, wanted: Any, name: str = "values", rtol: float = 1e-7) -> str:
    """Say in one line whether two arrays agree, and if not, where and by how much they differ.

    `rtol` is relative to the largest entry of `wanted`.
    """
    got, wanted = np.asarray(got), np.asarray(wanted)
    problem = judge_output(close(rtol=rtol), name, {name: wanted}, {name: got})
    if problem:
        return problem
    with np.errstate(invalid="ignore"):
        largest = float(np.nanmax(np.abs(got - wanted), initial=0.0))
    return f"{name}: equal; largest difference {largest:.2g}"


def _problem(cell: str, line: str) -> CheckFailed:
    return CheckFailed(Report(cell, (), 0, 0.0, 0.0, line))


def _row(check: Check, content: expected.Expected, files: dict[str, bytes]) -> Row:
    if isinstance(check, ModelCheck):
        return model_row(check, files)
    reference = content.references[check.name]
    seed = seed_of(PUBLIC, content.assignment, check.name)
    outcome = run_probe(check, local_session(files), seed, reference.shapes)
    verdict, mistake = judge(check, reference, outcome, lambda: content.mistakes[check.name], content.keeps)
    hint = content.hints[mistake] if mistake else ""
    return Row(
        check.title,
        check.points,
        verdict.status,
        verdict.messages,
        hint,
        outcome.printed,
        extra=check.optional,
    )
