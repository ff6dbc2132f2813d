"""Four thousand files, so that listing them takes the grader's time."""

from pathlib import Path

STOPPED_BY = "collector"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    for number in range(4_000):
        (folder / f"averages ({number}).py").touch()
