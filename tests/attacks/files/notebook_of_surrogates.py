"""Texts and keys of a notebook hold half characters, which no file can hold."""

import json
from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    notebook = json.loads((folder / "tiny.ipynb").read_text())
    for cell in notebook["cells"]:
        cell["source"] = "\ud800" + "".join(cell["source"]) + "\x00\x1b]0;x\x07"
        cell["attachments"] = {"\udfff": {"\ud800": "\udc00"}}
        cell["id"] = "\ud800"
    (folder / "tiny.ipynb").write_text(json.dumps(notebook))
