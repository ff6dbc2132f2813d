"""A package of folders in folders, each full of modules and of more folders."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    for outer in range(40):
        inner = folder / "cs231n" / f"a{outer}"
        for name in range(40):
            (inner / f"b{name}" / "c" / "d").mkdir(parents=True)
            (inner / f"b{name}" / "c" / "d" / "averages.py").touch()
            (inner / f"m{name}.py").write_text("x = 1")
