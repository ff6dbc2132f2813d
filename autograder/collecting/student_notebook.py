"""Read a student's notebook whatever is in it, keeping only text and pictures."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Any

CELL_LIMIT = 5_000
OUTPUT_LIMIT = 100
TEXT_LIMIT = 100_000
PICTURE_LIMIT = 8 << 20
VALUE_LIMIT = 3_000_000
OLD_VALUE_LIMIT = 100_000
INT_DIGITS = 18
FLAGS = ("grade", "solution", "locked", "task")
PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]")


class NotebookError(Exception):
    """A file that is no notebook; the message says why."""


@dataclass(frozen=True)
class StudentCell:
    """One cell of a student's notebook, with everything removed that a browser or nbgrader might act on."""

    kind: str
    source: str
    id: str = ""
    grade_id: str = ""
    execution_count: int | None = None
    outputs: list[dict[str, Any]] = field(default_factory=list)
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def read_cells(data: bytes) -> list[StudentCell]:
    """Return the cells of a notebook of format 3 or 4.

    Values of an unexpected type are left out rather than refused, so that one odd cell does not cost the
    student the others.

    Raises
    ------
    NotebookError
        As `parse` does.
    """
    return [_cell(cell) for cell in parse(data)[:CELL_LIMIT]]


def grade_ids(data: bytes) -> frozenset[str]:
    """Return the ids by which nbgrader knows the cells of a notebook; none if it is no notebook."""
    try:
        metadata = [_nbgrader(cell) for cell in parse(data)[:CELL_LIMIT]]
    except NotebookError:
        return frozenset()
    known = [meta for meta in metadata if any(meta.get(flag) is True for flag in FLAGS)]
    return frozenset(grade_id for meta in known if isinstance(grade_id := meta.get("grade_id"), str))


def parse(data: bytes) -> list[dict[str, Any]]:
    """Return the cells of a notebook as they are.

    Raises
    ------
    NotebookError
        If the bytes are no JSON, or JSON without a list of cells.
    """
    if sum(map(data.count, b"{[,")) > VALUE_LIMIT:
        raise NotebookError(f"more than {VALUE_LIMIT:,} values")
    try:
        text = data.decode(json.detect_encoding(data), "replace")
        notebook = json.loads(text, strict=False, parse_int=_int)
    except RecursionError:
        raise NotebookError("not a notebook (nested too deeply)") from None
    except ValueError:
        raise NotebookError("not a notebook (no valid JSON)") from None
    if not isinstance(notebook, dict):
        raise NotebookError("not a notebook (no JSON object)")
    if isinstance(notebook.get("worksheets"), list):
        if sum(map(data.count, b"{[,")) > OLD_VALUE_LIMIT:  # the converter takes long
            raise NotebookError(f"a notebook of format 3 with more than {OLD_VALUE_LIMIT:,} values")
        notebook = _upgraded(notebook)
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise NotebookError("not a notebook (no list of cells)")
    return [cell for cell in cells if isinstance(cell, dict)]


def _int(digits: str) -> int:
    """Return an integer; 0 for one of more digits than anything in a notebook needs."""
    return int(digits) if len(digits) <= INT_DIGITS else 0


def _upgraded(notebook: dict[str, Any]) -> dict[str, Any]:
    import nbformat  # takes a second to import, and notebooks of format 3 are rare

    try:
        upgraded: dict[str, Any] = nbformat.v4.upgrade(nbformat.from_dict(notebook), from_version=3)
    except Exception as error:  # the converter trusts its input
        raise NotebookError(f"not a sound notebook of format 3 ({type(error).__name__})") from None
    return upgraded


def _cell(cell: dict[str, Any]) -> StudentCell:
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "markdown"
    identity, grade_id, count = cell.get("id"), _nbgrader(cell).get("grade_id"), cell.get("execution_count")
    outputs = cell.get("outputs") if kind == "code" else None
    return StudentCell(
        kind=kind,
        source=_text(cell.get("source"), limit=None),
        id=identity if isinstance(identity, str) else "",
        grade_id=grade_id if isinstance(grade_id, str) else "",
        execution_count=count if type(count) is int and 0 < count < 1_000_000 else None,
        outputs=[kept for output in _items(outputs)[:OUTPUT_LIMIT] if (kept := _output(_mapping(output)))],
        attachments={
            _text(name): pictures
            for name, bundle in _mapping(cell.get("attachments")).items()
            if (pictures := _pictures(_mapping(bundle)))
        },
    )


def _nbgrader(cell: dict[str, Any]) -> dict[str, Any]:
    return _mapping(_mapping(cell.get("metadata")).get("nbgrader"))


def _output(output: dict[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        return {
            "output_type": "error",
            "ename": _text(output.get("ename")),
            "evalue": _text(output.get("evalue")),
            "traceback": _text(output.get("traceback"), separator="\n").split("\n"),
        }
    data: dict[str, str] = _pictures(_mapping(output.get("data")))
    text = _text(_mapping(output.get("data")).get("text/plain"))
    if text:
        data["text/plain"] = text
    return {"output_type": "display_data", "metadata": {}, "data": data} if data else None


def _pictures(bundle: dict[str, Any]) -> dict[str, str]:
    """Return the PNG and JPEG pictures of a MIME bundle, in base64 without anything that is not base64."""
    pictures = {}
    for mime, magic in PICTURES.items():
        encoded = "".join(_joined(bundle.get(mime)).split())
        try:
            if len(encoded) <= PICTURE_LIMIT and base64.b64decode(encoded, validate=True).startswith(magic):
                pictures[mime] = encoded
        except (binascii.Error, ValueError):
            continue
    return pictures


def _text(value: Any, limit: int | None = TEXT_LIMIT, separator: str = "") -> str:
    """Return a text without control characters or lone surrogates."""
    text = _joined(value, separator)
    if limit is not None and len(text) > limit:
        text = f"{text[:limit]}\n… cut off by the grader"
    return CONTROL.sub("", text.encode("utf-8", "replace").decode("utf-8"))


def _joined(value: Any, separator: str = "") -> str:
    """Return what a notebook writes as a string or as a list of strings; empty for anything else."""
    if isinstance(value, list):
        return separator.join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
