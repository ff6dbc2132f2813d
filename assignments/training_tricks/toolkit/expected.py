"""Read and write `expected.npz`: what the public probes give on the reference and on the known mistakes.

The file holds numbers and text only: each outcome is one frame of `toolkit.codec` in a byte array, and
`about` is JSON with the cells' checks, their points and the hints.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from toolkit.checks import Check
from toolkit.codec import decode, encode
from toolkit.difference import difference
from toolkit.probe import Outcome
from toolkit.shapes import Shape


@dataclass(frozen=True)
class Cell:
    """What a notebook cell checks: names of its public checks, and what is not shown before grading."""

    public: tuple[str, ...]
    points: float
    hidden: int
    hidden_points: float


@dataclass(frozen=True)
class Expected:
    """The content of `expected.npz`.

    Attributes
    ----------
    assignment : str
    cells : dict of str to Cell
    references : dict of str to Outcome
        By check.
    mistakes : dict of str to dict of str to Outcome
        By check, then by mistake.
    hints : dict of str to str
        By mistake.
    keeps : dict of str to float
        By convention: the share of the points that it keeps.
    given : tuple of str
        Modules that students get complete.
    """

    assignment: str
    cells: dict[str, Cell]
    references: dict[str, Outcome]
    mistakes: dict[str, dict[str, Outcome]]
    hints: dict[str, str]
    keeps: dict[str, float]
    given: tuple[str, ...] = ()


def cells_of(checks: Mapping[str, Check]) -> dict[str, Cell]:
    """Sum up the checks of an assignment by cell, in their order."""
    cells: dict[str, Cell] = {}
    for name in dict.fromkeys(c.cell for c in checks.values()):
        own = [c for c in checks.values() if c.cell == name]
        hidden = [c for c in own if c.hidden]
        public = tuple(c.name for c in own if not c.hidden)
        cells[name] = Cell(public, sum(c.points for c in own), len(hidden), sum(c.points for c in hidden))
    return cells


def write(expected: Expected, checks: Mapping[str, Check]) -> bytes:
    """Return the bytes of `expected.npz`; CPU seconds, which differ between machines, become infinity."""
    about = {
        "assignment": expected.assignment,
        "cells": {name: vars(cell) for name, cell in expected.cells.items()},
        "hints": expected.hints,
        "keeps": expected.keeps,
        "given": expected.given,
    }
    arrays = {"about": np.frombuffer(json.dumps(about, indent=1).encode(), np.uint8)}
    for name, reference in expected.references.items():
        arrays[name] = _pack(checks[name], reference)
        for mistake, outcome in expected.mistakes[name].items():
            arrays[f"{name}/{mistake}"] = _pack(checks[name], outcome)
    stream = io.BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def read(data: bytes) -> Expected:
    """Return the content of `expected.npz`.

    Raises
    ------
    ValueError
        If the bytes are not such a file.
    """
    try:
        return _parsed(data)
    except Exception as error:
        raise ValueError(f"expected.npz cannot be read ({error}): copy it again from the hand-out") from None


def _parsed(data: bytes) -> Expected:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        entries = {name: arrays[name].tobytes() for name in arrays.files}
    about = json.loads(entries.pop("about"))
    cells = {name: Cell(**{**cell, "public": tuple(cell["public"])}) for name, cell in about["cells"].items()}
    references = {name: _unpack(entry) for name, entry in entries.items() if "/" not in name}
    mistakes: dict[str, dict[str, Outcome]] = {name: {} for name in references}
    for key in entries.keys() - references.keys():
        name, _, mistake = key.partition("/")
        mistakes[name][mistake] = _unpack(entries[key])
    order = list(about["hints"])
    mistakes = {name: {m: found[m] for m in order if m in found} for name, found in mistakes.items()}
    hints, keeps, given = about["hints"], about["keeps"], tuple(about["given"])
    return Expected(about["assignment"], cells, references, mistakes, hints, keeps, given)


def same(one: bytes, other: bytes) -> bool:
    """Say whether two files agree: text exactly, numbers to a relative 1e-6."""
    a, b = read(one), read(other)
    if _about(a) != _about(b):
        return False
    pairs = [(a.references, b.references), *((a.mistakes[k], b.mistakes.get(k, {})) for k in a.mistakes)]
    return all(x.keys() == y.keys() and all(_agree(x[k], y[k]) for k in x) for x, y in pairs)


def _about(content: Expected) -> tuple[object, ...]:
    return content.assignment, content.cells, list(content.hints.items()), content.keeps, content.given


def _agree(a: Outcome, b: Outcome) -> bool:
    if a.outputs is None or b.outputs is None:
        return a.outputs is b.outputs and a.status == b.status
    if a.shapes != b.shapes:
        return False
    return difference("", dict(a.outputs), dict(b.outputs), lambda x: 1e-6 * (1 + _largest(x))) is None


def _largest(x: np.ndarray) -> float:
    return float(np.abs(x[np.isfinite(x)]).max(initial=0.0))


def _pack(check: Check, outcome: Outcome) -> np.ndarray:
    outputs: dict[str, Any] | None = None
    if outcome.outputs is not None:
        timed = {name for name in outcome.outputs if check.judge(name).kind in ("faster", "info")}
        outputs = {name: math.inf if name in timed else value for name, value in outcome.outputs.items()}
    shapes = [tuple(shape) for shape in outcome.shapes]
    header, bodies = encode((outputs, outcome.status, outcome.message, shapes))
    return np.frombuffer(len(header).to_bytes(4, "big") + header + b"".join(bodies), np.uint8)


def _unpack(entry: bytes) -> Outcome:
    size = int.from_bytes(entry[:4], "big")
    outputs, status, message, shapes = decode(entry[4 : 4 + size], entry[4 + size :])
    return Outcome(outputs, status, message, shapes=tuple(Shape(*shape) for shape in shapes))
