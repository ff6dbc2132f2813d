"""Values that may cross the wire, and frames that a hostile worker may send instead."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from toolkit.module import Remote
from toolkit.nodes import DTYPES, Callback, Handle, Node, Opaque, Seed

numbers = st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats())
plain = st.one_of(st.none(), numbers, st.text())
keys = st.one_of(st.booleans(), st.integers(-1000, 1000), st.text(), st.tuples(st.text(), st.integers(0, 9)))
dtypes = st.sampled_from([np.dtype(char) for char in sorted(DTYPES)])
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
marks = st.one_of(
    st.builds(Handle, st.integers(0, 99), st.text(max_size=9)),
    st.builds(Callback, st.integers(0, 99)),
    st.builds(Seed, st.integers(0, 2**63 - 1)),
    st.builds(Opaque, st.text(max_size=9)),
)
values = st.recursive(
    st.one_of(plain, arrays, marks),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(keys, inner, max_size=4),
    ),
    max_leaves=12,
)

sizes = st.sampled_from([-(2**63), -1, 0, 1, 2, 3, 16, 2**20, 2**31, 2**39, 2**63 - 1, 2**64 - 1, True, 1.0])
words = st.sampled_from(
    "value raised missing failed list tuple dict array scalar Handle Callback Seed Opaque "
    "MissingError CallbackError NotImplementedError d ? B O V8 M U".split()
)
oddities = st.one_of(
    plain,
    sizes,
    words,
    st.binary(max_size=8),
    st.just(datetime(2000, 1, 1, tzinfo=UTC)),
    st.builds(msgspec.msgpack.Ext, st.integers(0, 127), st.binary(max_size=4)),
    st.just("x" * 101),
)
characters = st.sampled_from(["d", "?", "B", "f", "D", "O", "V8", "M", "U"])
trees = st.recursive(
    oddities,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["list", "tuple"]), st.lists(inner, max_size=4)).map(list),
        st.tuples(st.just("dict"), st.lists(st.tuples(oddities | inner, inner).map(list), max_size=3)).map(
            list
        ),
        st.tuples(st.just("array"), characters, st.lists(sizes, max_size=33)).map(list),
        st.tuples(st.just("array"), characters, st.lists(st.integers(0, 3), max_size=3)).map(list),
        st.tuples(st.just("scalar"), characters).map(list),
        st.tuples(st.sampled_from(["Handle", "Callback", "Seed", "Opaque"]), sizes | words).map(list),
        st.tuples(st.just("Handle"), sizes, words).map(list),
        st.tuples(words, inner, inner).map(list),
        st.dictionaries(st.one_of(st.text(max_size=3), st.integers(0, 9)), inner, max_size=2),
    ),
    max_leaves=6,
)
bodies = st.one_of(st.just(b""), st.integers(0, 8).map(lambda n: bytes(16 * n)), st.binary(max_size=80))


def like(value: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for values of the same form, with other numbers, types and parts."""
    match value:
        case np.ndarray():
            same: st.SearchStrategy[Any] = hnp.arrays(dtypes, value.shape)
        case list() | tuple():
            same = st.tuples(*map(like, value)).map(type(value))
        case dict() | MappingProxyType():
            same = st.fixed_dictionaries({key: like(item) for key, item in value.items()})
        case _:
            same = st.one_of(numbers, arrays)
    return st.one_of(same, same, same, values)


Edit = tuple[str, int, bytes]
edits = st.lists(
    st.tuples(
        st.sampled_from(["set", "drop", "add", "cut", "repeat"]),
        st.integers(0, 10_000),
        st.binary(min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=2,
)


def edited(data: bytes, changes: list[Edit]) -> bytes:
    """Return the bytes with each change made at its place, counted from the start and around."""
    for kind, position, new in changes:
        where = position % (len(data) + 1)
        before, after = data[:where], data[where:]
        match kind:
            case "set":
                data = before + new + after[len(new) :]
            case "drop":
                data = before + after[len(new) :]
            case "add":
                data = before + new + after
            case "cut":
                data = before
            case "repeat":
                data = before + after[:16] * 2 + after[16:]
    return data


def grafted(header: bytes, position: int, new: Any) -> bytes:
    """Return a valid header with one part of its tree, counted in order and around, replaced by `new`."""
    tree = [msgspec.msgpack.decode(header)]
    parts: list[tuple[list[Any], int]] = []

    def walk(node: list[Any]) -> None:
        for index, item in enumerate(node):
            parts.append((node, index))
            if isinstance(item, list):
                walk(item)

    walk(tree)
    node, index = parts[position % len(parts)]
    node[index] = new
    return msgspec.msgpack.encode(tree[0])


def is_permitted(value: Any) -> bool:
    """Say whether a value is of the kinds that may cross, all the way down."""
    if value is None or type(value) in (bool, float, str, Remote) or isinstance(value, Node):
        return True
    if type(value) is int:
        return -(2**63) <= value < 2**63
    if type(value) in (list, tuple):
        return all(map(is_permitted, value))
    if type(value) in (dict, MappingProxyType):
        return all(is_permitted(key) and is_permitted(item) for key, item in value.items())
    if type(value) is np.ndarray or isinstance(value, np.generic):
        logical = np.asarray(value).reshape(-1).view(np.uint8) if value.dtype.char == "?" else np.zeros(1)
        return value.dtype.char in DTYPES and value.ndim <= 32 and logical.max(initial=0) <= 1
    return False
