"""A notebook holds integers whose conversion takes hours, infinities, and no numbers at all."""

import json
from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    notebook = json.loads((folder / "tiny.ipynb").read_text())
    notebook["cells"][0]["metadata"] = {"n": "HUGE", "f": float("nan"), "g": float("-inf")}
    (folder / "tiny.ipynb").write_text(json.dumps(notebook).replace('"HUGE"', "9" * 2_000_000))
