"""Read an author's notebooks, and turn them into a student's with nbgrader's own preprocessors."""

from __future__ import annotations

import json
import logging
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from autograder.markers import (
    HIDDEN_TESTS,
    MARK_SCHEME,
    SOLUTION,
    Region,
    ReleaseError,
    find_regions,
)


@dataclass(frozen=True)
class Cell:
    """One cell of an author's notebook, with the part of nbgrader's metadata that a release depends on."""

    name: str
    code: bool
    source: str
    grade_id: str = ""
    points: float = 0.0
    grade: bool = False
    solution: bool = False
    task: bool = False

    @property
    def is_check(self) -> bool:
        """Whether checks give this cell's points (rather than a person)."""
        return self.grade and self.code and not self.solution and not self.task

    def regions(self) -> list[Region]:
        """Return the marked regions; raise `ReleaseError` for markers that do not fit the kind of cell."""
        allowed = ((SOLUTION, self.solution), (HIDDEN_TESTS, self.grade), (MARK_SCHEME, self.task))
        return find_regions(self.source, self.name, [kind for kind, here in allowed if here], self.code)


def read_cells(path: Path) -> list[Cell]:
    """Return the cells of a notebook.

    Raises
    ------
    ReleaseError
        If it is no notebook of format 4.5 or later, or its cells have no distinct ids (a release made
        twice would then differ each time).
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        version = (notebook["nbformat"], notebook["nbformat_minor"])
        cells = [_cell(path.name, number, cell) for number, cell in enumerate(notebook["cells"], start=1)]
        ids = [cell.get("id") for cell in notebook["cells"]]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReleaseError([f"{path.name}: not a notebook ({type(error).__name__}: {error})"]) from None
    if version < (4, 5) or version >= (5, 0):
        found = ".".join(map(str, version))
        raise ReleaseError([f"{path.name}: notebook format {found}, expected 4.5; save it with JupyterLab 4"])
    if None in ids or len(set(ids)) < len(ids):
        raise ReleaseError([f"{path.name}: a cell has no id of its own; save it with JupyterLab 4"])
    return cells


def _cell(notebook: str, number: int, cell: dict) -> Cell:
    meta = cell.get("metadata", {}).get("nbgrader", {})
    grade_id = str(meta.get("grade_id", ""))
    return Cell(
        name=f"{notebook}, cell {grade_id or number}",
        code=cell["cell_type"] == "code",
        source="".join(cell["source"]),
        grade_id=grade_id,
        points=float(meta.get("points") or 0),
        grade=bool(meta.get("grade")),
        solution=bool(meta.get("solution")),
        task=bool(meta.get("task")),
    )


def released_notebook(path: Path, config: Config) -> bytes:
    """Return the notebook as students get it, byte for byte what `nbgrader generate_assignment` writes.

    Parameters
    ----------
    path : Path
        The author's notebook.
    config : Config
        Of the course: its `GenerateAssignment.preprocessors` do the work, all but those that write elsewhere.

    Raises
    ------
    ReleaseError
        If nbgrader refuses the notebook.
    """
    silent = logging.Logger("autograder.notebooks", logging.CRITICAL)
    settings = deepcopy(config)
    settings.Exporter.default_preprocessors = []
    exporter = NotebookExporter(config=settings, log=silent)
    for preprocessor in GenerateAssignment(config=config, log=silent).preprocessors:
        step = import_item(preprocessor) if isinstance(preprocessor, str) else preprocessor
        if step is not SaveCells and not getattr(step, "writes_files", False):
            exporter.register_preprocessor(step)
    try:
        text, _ = exporter.from_filename(str(path))
    except Exception as error:
        reason = str(error).strip().split("\n")[0]
        raise ReleaseError([f"{path.name}: nbgrader refuses it: {type(error).__name__}: {reason}"]) from error
    return str(text).encode()
