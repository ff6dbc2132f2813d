"""The ids of the test cells are exchanged, renumbered and given to answers."""

import json
from pathlib import Path

STOPPED_BY = "recorder"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    notebook = json.loads((folder / "tiny.ipynb").read_text())
    graded = [cell["metadata"]["nbgrader"] for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    names = [meta["grade_id"] for meta in graded]
    for meta, name in zip(graded, [*names[1:], "average-2"], strict=True):
        meta["grade_id"] = name
    (folder / "tiny.ipynb").write_text(json.dumps(notebook))
