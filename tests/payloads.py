"""The hostile contents of notebooks in attacks/pages, and notebooks that hold them."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict
from released_course import PNG

FOLDER = Path(__file__).parent / "attacks" / "pages"
NAMES = sorted(path.stem for path in FOLDER.glob("*.py"))
WIDGET = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


@dataclass(frozen=True)
class Payload:
    """What a student writes at a place of a notebook, and what a page that trusts it would hold.

    In both RUN stands for a script that marks the page, BEACON for an address that remembers who calls.
    """

    name: str
    place: str
    content: Any
    bare: str


def read(name: str, address: str) -> Payload:
    """Return a payload whose beacon is at an address."""
    path = FOLDER / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"payload_{name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.__doc__ and module.STOPPED_BY, path
    content = _armed(module.PAYLOAD, name, address)
    return Payload(
        name, module.PLACE, content, _armed(getattr(module, "BARE", module.PAYLOAD), name, address)
    )


def _armed(value: Any, name: str, address: str) -> Any:
    if isinstance(value, dict):
        return {_armed(k, name, address): _armed(v, name, address) for k, v in value.items()}
    if not isinstance(value, str):
        return value
    script = f"document.documentElement.setAttribute('data-ran','{name}')"
    return value.replace("RUN", script).replace("BEACON", f"{address}/{name}").replace("PNG", PNG)


def notebook(*payloads: Payload) -> NotebookNode:
    """Return a notebook that holds payloads, each in a cell of its own."""
    metadata: dict[str, Any] = {}
    for payload in payloads:
        if payload.place == "metadata":
            metadata |= payload.content
        elif payload.place == "widget":
            metadata["widgets"] = {STATE: payload.content}
    cells = [cell(payload) for payload in payloads]
    whole: NotebookNode = from_dict(
        {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    )
    return whole


def cell(payload: Payload) -> dict[str, Any]:
    """Return the cell that holds a payload, or shows what it does to the others."""
    content = payload.content
    identity = payload.name.replace("_", "-")
    text = {"cell_type": "markdown", "id": identity, "metadata": {}, "source": f"## {payload.name}"}
    code = {"cell_type": "code", "id": identity, "metadata": {}, "source": f"# {payload.name}"}
    code |= {"execution_count": 1, "outputs": []}
    error = {"output_type": "error", "ename": content, "evalue": content, "traceback": [content]}
    shown = content if isinstance(content, dict) else {}
    return {
        "answer": text | {"source": content},
        "raw": text | {"cell_type": "raw", "source": content},
        "attachment": text | {"source": "![a](attachment:a)", "attachments": {"a": content}},
        "code": code | {"source": content},
        "metadata": code,
        "cell": code | shown,
        "data": code | {"outputs": [{"output_type": "display_data", "metadata": {}, "data": content}]},
        "widget": code | {"outputs": [{"output_type": "display_data", "metadata": {}, "data": {WIDGET: {}}}]},
        "output": code | {"outputs": [content]},
        "printed": code | {"outputs": [{"output_type": "stream", "name": "stdout", "text": content}]},
        "traceback": code | {"outputs": [error]},
    }[payload.place]
