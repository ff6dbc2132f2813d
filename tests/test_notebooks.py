"""The solution notebooks run from a fresh kernel, top to bottom, as the release's solved twin."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from sizes import FULL_SIZE

from autograder.course import Course
from autograder.solved import write_solved

ROOT = Path(__file__).parent.parent
COURSE = Course(ROOT)
MINUTES = 3
PATIENCE = 1_200  # seconds of waiting for a cell, on a machine that does other things, too
NOTEBOOKS = [
    pytest.param(name, path.stem, marks=pytest.mark.xdist_group(f"notebooks {name} {path.stem}"))
    for name in COURSE.assignments_with_checks()
    for path in COURSE.assignment(name).notebooks
]

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("assignment", "notebook"), NOTEBOOKS)
def test_the_notebook_runs_top_to_bottom(assignment, notebook, data_installed, tmp_path, monkeypatch):
    """Full size with FULL_SIZE=1, else on small slices; three minutes of CPU time and 1.5 GB must do."""
    monkeypatch.setenv("CIFAR10_FOLDER", str(data_installed))
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.setenv("SMALL_SLICES", "" if FULL_SIZE else "1")
    write_solved(COURSE.assignment(assignment), COURSE.assignments / assignment, tmp_path / assignment)
    path = tmp_path / assignment / f"{notebook}.ipynb"
    content = nbformat.read(path, as_version=4)
    content.cells.append(nbformat.v4.new_code_cell(USED))
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(content, timeout=PATIENCE, resources=where).execute()
    peak, seconds = map(float, "".join(output.text for output in content.cells.pop().outputs).split())
    kept = ROOT / "build" / "notebooks" / assignment
    kept.mkdir(parents=True, exist_ok=True)
    nbformat.write(content, kept / path.name)
    print(f"{assignment}/{notebook}: {seconds:.0f} s of CPU time, {peak / 2**20:.0f} MB")
    assert peak < 1_500_000_000
    assert seconds < 60 * MINUTES


USED = """\
import resource
_used = resource.getrusage(resource.RUSAGE_SELF)
print(_used.ru_maxrss * 1024, _used.ru_utime + _used.ru_stime)
"""
