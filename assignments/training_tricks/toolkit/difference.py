"""Say where two values differ, and by how much: arrays entry by entry, lists and dicts item by item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from toolkit.nodes import Opaque


def difference(name: str, expected: Any, got: Any, allowed: Callable[[np.ndarray], float]) -> str | None:
    """Compare two values entry by entry; `allowed` gives the tolerance from the expected array."""
    if isinstance(expected, Mapping):
        return _dict_difference(name, expected, got, allowed)
    if isinstance(expected, list | tuple) and not is_numbers(expected):
        return _list_difference(name, expected, got, allowed)
    if expected is None or isinstance(expected, str | Opaque):
        return (
            None
            if type(got) is type(expected) and got == expected
            else f"{name}: expected {expected!r}, got {show(got)}"
        )
    if not is_numbers(got):
        return f"{name}: returned {show(got)}, expected an array of shape {np.shape(expected)}"
    return _array_difference(name, np.asarray(expected), np.asarray(got), allowed)


def _array_difference(
    name: str, expected: np.ndarray, got: np.ndarray, allowed: Callable[[np.ndarray], float]
) -> str | None:
    if expected.shape != got.shape:
        return f"{name}: shape {got.shape}, expected {expected.shape}"
    if not expected.size:
        return None
    wide = np.complex128 if "c" in expected.dtype.kind + got.dtype.kind else np.float64
    a, b = expected.astype(wide), got.astype(wide)
    limit = allowed(a)
    with np.errstate(all="ignore"):
        error = np.asarray(np.abs(a - b))
    error[(a == b) | (np.isnan(a) & np.isnan(b))] = 0
    wrong = ~(error <= limit)
    if not wrong.any():
        return None
    nans = int((np.isnan(b) & ~np.isnan(a)).sum())
    if nans:
        where = _index(np.argmax(np.isnan(b) & ~np.isnan(a)), a.shape)
        place = f"first at index {where} (expected {_number(a[where])})"
        return f"{name}: {nans} of {a.size} entries are NaN; {place}"
    if limit == 0:
        where = _index(np.argmax(wrong), a.shape)
        place = f"first at index {where} (expected {_number(a[where])}, got {_number(b[where])})"
    else:
        where = _index(np.argmax(error), a.shape)
        place = (
            f"worst at index {where} (expected {_number(a[where])}, got {_number(b[where])}, "
            f"error {error[where]:.2g}, allowed {limit:.2g})"
        )
    if not a.shape:
        return f"{name}: expected {_number(a[()])}, got {_number(b[()])}"
    return f"{name}: {int(wrong.sum())} of {a.size} entries differ; {place}"


def _dict_difference(
    name: str, expected: Mapping[Any, Any], got: Any, allowed: Callable[[np.ndarray], float]
) -> str | None:
    if not isinstance(got, Mapping):
        return f"{name}: returned {show(got)}, expected a dict"
    if set(expected) != set(got):
        return f"{name}: keys {_names(got)}, expected {_names(expected)}"
    found = (difference(f"{name}[{key!r}]", expected[key], got[key], allowed) for key in expected)
    return next((line for line in found if line), None)


def _list_difference(
    name: str, expected: list[Any] | tuple[Any, ...], got: Any, allowed: Callable[[np.ndarray], float]
) -> str | None:
    is_row = isinstance(got, list | tuple) or (isinstance(got, np.ndarray) and got.ndim)
    if not is_row or len(got) != len(expected):
        return f"{name}: returned {show(got)}, expected {len(expected)} items"
    found = (
        difference(f"{name}[{i}]", *pair, allowed) for i, pair in enumerate(zip(expected, got, strict=True))
    )
    return next((line for line in found if line), None)


def is_numbers(value: Any) -> bool:
    """Say whether a value is a number, an array of numbers, or nested lists of numbers."""
    if isinstance(value, list | tuple):
        return all(isinstance(item, bool | int | float | np.generic) and is_numbers(item) for item in value)
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biufc"
    return isinstance(value, bool | int | float)


def _names(keys: Mapping[Any, Any]) -> str:
    text = ", ".join(sorted(map(str, keys))) or "(none)"
    return text if len(text) <= 200 else f"{text[:200]} …"


def _index(flat: np.intp, shape: tuple[int, ...]) -> Any:
    where = tuple(int(i) for i in np.unravel_index(flat, shape))
    return where[0] if len(where) == 1 else where


def _number(value: Any) -> str:
    return f"{value:.6g}"


def show(value: Any) -> str:
    """Name a value of any kind in a few words."""
    if isinstance(value, Opaque) or value is None:
        return str(value)
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, Mapping):
        return f"a dict of {len(value)}"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    return repr(value)[:80]
