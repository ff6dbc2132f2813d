"""Keep of a notebook what a page may show: known fields, text, pictures, and HTML that has been cleaned."""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode, from_dict
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.pages.safe_html import clean_html, visible

GRADE_ID = re.compile(r"[\w-]{1,200}", re.ASCII)
CELL_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
NAME = re.compile(r"""[^<>&"'\\\x00-\x1f]{1,100}""")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+", re.ASCII)
TEXTS = ("text/latex", "text/markdown")
PICTURES = ("image/png", "image/jpeg")
DRAWING = "image/svg+xml"  # pages show it as a picture, in which no script runs and nothing is loaded
NBGRADER: dict[str, Any] = {
    "grade_id": str, "cell_type": str, "checksum": str, "comment": str,
    "grade": bool, "solution": bool, "locked": bool, "task": bool,
    "points": (int, float), "score": (int, float), "schema_version": int,
}  # fmt: skip
# What must be there, and what may be.
KERNEL = {
    "kernelspec": (("name", "display_name"), ("language",)),
    "language_info": (("name",), ("pygments_lexer", "version")),
}
TEXT_LIMIT = 200_000


class CleanNotebook(NbGraderPreprocessor):
    """Clean a notebook on its way through nbconvert, whoever wrote it and whatever ran it."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the cleaned notebook."""
        return cleaned(nb), resources


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook of which everything is left out that a page or a notebook server might act on.

    What stays: the cells with their text and nbgrader's metadata, and of outputs and attachments the text,
    pictures, and HTML without anything that runs. Scripts, widgets, trust, tags, other metadata are gone.
    """
    metadata = {key: kept for key in KERNEL if (kept := _kernel(notebook.get("metadata"), key))}
    cells = [_cell(cell, n) for n, cell in enumerate(notebook.get("cells", [])) if isinstance(cell, dict)]
    whole: NotebookNode = from_dict(
        {"metadata": metadata, "cells": cells, "nbformat": 4, "nbformat_minor": 5}
    )
    return whole


def _kernel(metadata: object, key: str) -> dict[str, str]:
    """Return what the notebook says of its language, nothing if a name is missing or has markup in it."""
    about = metadata.get(key) if isinstance(metadata, dict) else None
    texts = {name: _text(value) for name, value in about.items()} if isinstance(about, dict) else {}
    needed, more = KERNEL[key]
    kept = {name: texts[name] for name in (*needed, *more) if NAME.fullmatch(texts.get(name, ""))}
    return kept if kept.keys() >= set(needed) else {}


def _cell(cell: dict[str, Any], number: int) -> dict[str, Any]:
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "raw"
    identity = _text(cell.get("id"))
    kept = {
        "id": identity if CELL_ID.fullmatch(identity) else f"cell-{number}",
        "cell_type": kind,
        "metadata": _metadata(cell.get("metadata")),
        "source": visible(_text(cell.get("source"))),
    }
    if kind == "code":
        outputs = cell.get("outputs")
        outputs = outputs if isinstance(outputs, list) else []
        kept |= {"execution_count": _count(cell), "outputs": [o for raw in outputs if (o := _output(raw))]}
    elif isinstance(attachments := cell.get("attachments"), dict):
        bundles = {visible(str(name)): _pictures(bundle) for name, bundle in attachments.items()}
        kept["attachments"] = {name: bundle for name, bundle in bundles.items() if bundle}
    return kept


def _metadata(metadata: object) -> dict[str, Any]:
    """Return nbgrader's metadata and what it protects a cell by, or nothing if it has no usable name."""
    metadata = metadata if isinstance(metadata, dict) else {}
    nbgrader = metadata.get("nbgrader")
    if not isinstance(nbgrader, dict) or not GRADE_ID.fullmatch(_text(nbgrader.get("grade_id"))):
        return {}
    known = {key: nbgrader[key] for key, kind in NBGRADER.items() if isinstance(nbgrader.get(key), kind)}
    known |= {key: visible(value) for key, value in known.items() if isinstance(value, str)}
    flags = {key: metadata[key] for key in ("deletable", "editable") if isinstance(metadata.get(key), bool)}
    return flags | {"nbgrader": known}


def _output(output: object) -> dict[str, Any] | None:
    output = output if isinstance(output, dict) else {}
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _shown(output.get("text"))}
    if kind == "error":
        lines = output.get("traceback")
        traceback = [_shown(line) for line in lines] if isinstance(lines, list) else []
        names = {name: visible(_text(output.get(name))) for name in ("ename", "evalue")}
        return {"output_type": "error", **names, "traceback": traceback}
    if kind not in ("display_data", "execute_result") or not (data := _data(output.get("data"))):
        return None
    kept = {"output_type": kind, "metadata": _sizes(output.get("metadata")), "data": data}
    return kept | ({"execution_count": _count(output)} if kind == "execute_result" else {})


def _data(bundle: object) -> dict[str, str]:
    bundle = bundle if isinstance(bundle, dict) else {}
    kept = {mime: visible(_text(bundle[mime])) for mime in TEXTS if mime in bundle}
    if "text/plain" in bundle:
        kept["text/plain"] = _shown(bundle["text/plain"])
    if "text/html" in bundle:
        kept["text/html"] = str(clean_html(_text(bundle["text/html"])))
    if DRAWING in bundle:
        kept[DRAWING] = visible(_text(bundle[DRAWING], None))
    return kept | _pictures(bundle)


def _pictures(bundle: object) -> dict[str, str]:
    """Return the pictures of a MIME bundle, in base64 without anything that is not base64."""
    texts = {mime: _text(bundle.get(mime), None) for mime in PICTURES} if isinstance(bundle, dict) else {}
    return {mime: text for mime, text in texts.items() if BASE64.fullmatch(text)}


def _sizes(metadata: object) -> dict[str, dict[str, int]]:
    """Return the width and height of pictures, as numbers."""
    about = metadata if isinstance(metadata, dict) else {}
    sizes = {mime: about[mime] for mime in PICTURES if isinstance(about.get(mime), dict)}
    return {
        mime: {name: size[name] for name in ("width", "height") if type(size.get(name)) is int}
        for mime, size in sizes.items()
    }


def _count(owner: dict[str, Any]) -> int | None:
    count = owner.get("execution_count")
    return count if type(count) is int and 0 <= count < 1_000_000 else None


def _shown(value: object) -> str:
    return visible(_text(value), colours=True)


def _text(value: object, limit: int | None = TEXT_LIMIT) -> str:
    """Return what a notebook writes as a string or as a list of strings; empty for anything else."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    return text if limit is None or len(text) <= limit else f"{text[:limit]}\n… cut off by the grader"
