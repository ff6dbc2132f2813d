"""Kernel, widgets and metadata name programs and files to be started when the notebook is run."""

import json
from pathlib import Path

STOPPED_BY = "notebook"
READ = "averages.py given.py tiny.ipynb"


def plant(folder: Path, secrets: Path) -> None:
    notebook = json.loads((folder / "tiny.ipynb").read_text())
    spec = {
        "name": "../../evil",
        "display_name": "x",
        "argv": ["sh", "-c", "touch started"],
        "language": "bash",
    }
    notebook["metadata"] = {
        "kernelspec": spec,
        "widgets": {"x": spec},
        "celltoolbar": 7,
        "language_info": spec,
    }
    notebook["cells"].append(
        {"cell_type": "code", "metadata": {}, "source": "open('started', 'w')", "outputs": []}
    )
    (folder / "tiny.ipynb").write_text(json.dumps(notebook))
