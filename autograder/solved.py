"""Write the answers of an assignment's author into a copy of its release: what a perfect student hands in."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from traitlets.config import Config

from autograder.course import Assignment, find_course
from autograder.markers import SOLUTION, Region, find_regions, replace_regions, without_markers
from autograder.notebooks import Cell, read_cells, released_notebook
from autograder.references import read_modules


def write_solved(assignment: Assignment, released: Path, dest: Path) -> None:
    """Copy the folder of a release to `dest`, with the answers in modules and notebooks.

    Raises
    ------
    ReleaseError
        If the markers around the answers are wrong.
    """
    shutil.copytree(released, dest)
    for name, source in read_modules(assignment.solution).items():
        (dest / name).write_text(solved_module(source.decode(), name), encoding="utf-8")
    config = find_course(assignment.source).config
    for path in assignment.notebooks:
        (dest / path.name).write_bytes(_solved_notebook(path, config))


def solved_module(source: str, filename: str) -> str:
    """Return the module with its answers, without the markers around them."""
    return without_markers(source, find_regions(source, filename, [SOLUTION]))


def _solved_notebook(path: Path, config: Config) -> bytes:
    notebook = nbformat.reads(released_notebook(path, config).decode(), as_version=nbformat.NO_CONVERT)
    answers = {cell.grade_id: _answer(cell) for cell in read_cells(path) if cell.solution}
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(grade_id, cell.source)
    return f"{nbformat.writes(notebook)}\n".encode()


def _answer(cell: Cell) -> str:
    def kept(region: Region) -> list[str]:
        return region.lines(cell.source) if region.kind == SOLUTION else []

    return replace_regions(cell.source, cell.regions(), kept)
