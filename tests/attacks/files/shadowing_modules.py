"""Modules bear the names of NumPy, the standard library and the grader."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    for name in "numpy random os sys toolkit autograder checks msgspec json builtins sitecustomize".split():
        (folder / f"{name}.py").write_text("raise SystemExit('shadowed')")
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("raise SystemExit('shadowed')")
