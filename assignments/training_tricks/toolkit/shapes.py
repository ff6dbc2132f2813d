"""What kind of value a function returned, and whether it can be judged beside the reference's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from toolkit.nodes import Opaque

SIZE_RATIO = 16
SMALL = 4096
PHRASES = {
    "numbers": "an array or number",
    "list": "a list",
    "dict": "a dict",
    "text": "a string",
    "object": "an object",
}


class Shape(NamedTuple):
    """Kind, arity and size of one value that a function or attribute gave."""

    name: str
    kind: str
    arity: int
    nbytes: int


def shape_of(name: str, value: Any) -> Shape:
    """Describe a decoded value; `name` is the function or attribute that it came from."""
    if value is None:
        kind = "None"
    elif isinstance(value, Opaque):
        kind = str(value)
    elif isinstance(value, tuple):
        kind = "tuple"
    elif isinstance(value, Mapping):
        kind = "dict"
    elif isinstance(value, str):
        kind = "text"
    elif isinstance(value, list):
        kind = "list"
    elif isinstance(value, np.ndarray | np.generic | bool | int | float):
        kind = "numbers"
    else:
        kind = "object"
    return Shape(name, kind, len(value) if kind == "tuple" else 0, _nbytes(value))


def mismatch(got: Shape, expected: Shape) -> str | None:
    """Say in one line why `got` cannot stand where the reference gave `expected`, or return None."""
    if got.name != expected.name or expected.kind == "None":
        return None
    if got.kind == "None":
        return f"{got.name} returned None, expected {_phrase(expected)}: is a `return` missing?"
    alike = {got.kind, expected.kind} <= {"numbers", "list"}
    if (got.kind, got.arity) != (expected.kind, expected.arity) and not alike:
        return f"{got.name} returned {_phrase(got)}, expected {_phrase(expected)}"
    if got.nbytes > SIZE_RATIO * max(expected.nbytes, SMALL):
        return f"{got.name} returned {got.nbytes:,} bytes, expected about {expected.nbytes:,}"
    return None


def _phrase(shape: Shape) -> str:
    if shape.kind == "tuple":
        return f"a tuple of {shape.arity} values"
    return PHRASES.get(shape.kind, shape.kind)


def _nbytes(value: Any) -> int:
    """Return how large a value can become: NumPy makes all texts of a list as long as the longest."""
    if isinstance(value, np.ndarray | np.generic):
        return int(value.nbytes)
    if isinstance(value, str):
        return 4 * len(value)
    if isinstance(value, Mapping):
        return sum(_nbytes(item) for item in value.values())
    if isinstance(value, list | tuple):
        leaves = list(_leaves(value))
        longest = max((_nbytes(leaf) for leaf in leaves if isinstance(leaf, str)), default=0)
        return sum(max(longest, _nbytes(leaf)) for leaf in leaves)
    return 8


def _leaves(value: Any) -> Iterator[Any]:
    """Yield what is in a list of lists; an empty list itself."""
    for item in value:
        if isinstance(item, list | tuple) and item:
            yield from _leaves(item)
        else:
            yield item if not isinstance(item, list | tuple) else ""
