"""Turn values into bytes and back: a frame is a small msgpack header and the raw bytes of its arrays.

Nothing is unpickled, and a frame made by an enemy costs little more than its own size: the header is at most
256 KiB, so the number of objects is bounded; dicts are small, since their keys may be chosen to collide;
arrays are views of the received bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

from toolkit.nodes import (
    DTYPES,
    NAME_LIMIT,
    Array,
    Callback,
    Dict,
    Handle,
    List,
    Node,
    Opaque,
    Scalar,
    Seed,
    Tree,
    Tuple,
)

HEADER_LIMIT = 256 << 10
BODY_LIMIT = 256 << 20
REPLY_LIMIT = 64 << 20
DEPTH_LIMIT = 16
DICT_LIMIT = 1024
EMPTY_LIMIT = 1 << 20
ALIGNMENT = 16


class CodecError(Exception):
    """A value cannot cross, or the bytes received are not a frame."""


_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(Tree)


def encode(
    value: Any, other: Callable[[Any], Any] | None = None, limit: int = BODY_LIMIT
) -> tuple[bytes, list[memoryview]]:
    """Return `(header, bodies)` of one value.

    Parameters
    ----------
    value : number, str, None, list, tuple, dict, array, Handle, Callback, Seed or Opaque
    other : callable, optional
        Says what stands for any other object (a `Handle`, `Callback` or `Opaque`); without it, `Opaque`.
    limit : int
        Bytes that the arrays may have.

    Raises
    ------
    CodecError
        If the value is nested too deeply or too large.
    """
    bodies: list[memoryview] = []
    try:
        header = _encoder.encode(_tree(value, bodies, other, 0))
    except (OverflowError, RecursionError, TypeError, ValueError) as error:
        raise CodecError(f"the value cannot be sent: {error}") from None
    if len(header) > HEADER_LIMIT:
        raise CodecError("the value has too many entries to be sent: give an array instead of lists")
    size = sum(body.nbytes for body in bodies)
    if size > limit:
        raise CodecError(f"the value has {size:,} bytes, too many to be sent: at most {limit:,}")
    return header, bodies


def decode(
    header: bytes, body: bytes | bytearray | memoryview, other: Callable[[Any], Any] | None = None
) -> Any:
    """Return the value of one frame.

    Parameters
    ----------
    header : bytes
    body : bytes-like
        If it can be written to, so can the arrays and dicts, otherwise they are read-only.
    other : callable, optional
        Says what a `Handle`, `Callback`, `Seed` or `Opaque` becomes.

    Raises
    ------
    CodecError
        If the bytes are not exactly one frame within the limits.
    """
    if len(header) > HEADER_LIMIT:
        raise CodecError(f"a header of {len(header):,} bytes is too large")
    reader = _Reader(memoryview(body), other)
    try:
        value = reader.value(_decoder.decode(header), 0)
    except (msgspec.MsgspecError, RecursionError, ValueError, TypeError) as error:
        raise CodecError(f"the frame is not valid: {str(error)[:200]}") from None
    if len(reader.rest):
        raise CodecError("the frame has trailing bytes")
    return value


def _tree(value: Any, bodies: list[memoryview], other: Callable[[Any], Any] | None, depth: int) -> Any:
    if depth > DEPTH_LIMIT:
        raise CodecError(f"the value is nested more than {DEPTH_LIMIT} deep")
    kind = type(value)
    if value is None or kind in (bool, float, Callback, Seed):
        return value
    if kind is int:
        return value if -(2**63) <= value < 2**63 else Opaque("huge int")
    if kind is str:
        return _text(value)
    if kind is list or kind is tuple:
        items = [_tree(item, bodies, other, depth + 1) for item in value]
        return List(items) if kind is list else Tuple(items)
    if kind is dict or kind is MappingProxyType:
        if len(value) > DICT_LIMIT:
            raise CodecError(f"a dict of {len(value):,} entries is too large: at most {DICT_LIMIT:,}")
        pairs = [
            (_tree(k, bodies, other, depth + 1), _tree(v, bodies, other, depth + 1)) for k, v in value.items()
        ]
        return Dict(pairs)
    if kind is np.ndarray or (isinstance(value, np.generic) and kind.__module__ == "numpy"):
        return _array_tree(value, bodies)
    if kind is Handle:
        return Handle(value.number, _text(value.kind)[:NAME_LIMIT])
    if kind is Opaque:
        return Opaque(_text(value.type)[:NAME_LIMIT])
    return _tree(other(value) if other else Opaque(kind.__name__), bodies, other, depth + 1)


def _array_tree(value: Any, bodies: list[memoryview]) -> Any:
    if value.dtype.char not in DTYPES:
        is_text = value.dtype.kind == "U" and value.ndim == 0
        return _text(str(value)) if is_text else Opaque(f"{value.dtype.name} array")
    array = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("="))
    bodies.append(array.reshape(-1).view(np.uint8).data)
    bodies.append(memoryview(bytes(-array.nbytes % ALIGNMENT)))
    char: Any = array.dtype.char
    return Array(char, list(value.shape)) if type(value) is np.ndarray else Scalar(char)


def _text(value: str) -> str:
    """Return the text without lone surrogates, which have no bytes."""
    return value.encode("utf-8", "replace").decode()


class _Reader:
    def __init__(self, body: memoryview, other: Callable[[Any], Any] | None) -> None:
        self.rest = body
        self.other = other

    def value(self, tree: Any, depth: int) -> Any:
        if depth > DEPTH_LIMIT:
            raise CodecError(f"the frame is nested more than {DEPTH_LIMIT} deep")
        if not isinstance(tree, Node):
            return tree
        match tree:
            case List(items):
                return [self.value(item, depth + 1) for item in items]
            case Tuple(items):
                return tuple([self.value(item, depth + 1) for item in items])
            case Dict(pairs):
                return self.dict(pairs, depth + 1)
            case Array(char, shape):
                return self.array(char, shape)
            case Scalar(char):
                return self.array(char, [])[()]
        return self.other(tree) if self.other else tree

    def dict(self, pairs: list[tuple[Any, Any]], depth: int) -> Any:
        if len(pairs) > DICT_LIMIT:
            raise CodecError(f"a dict of {len(pairs):,} entries is too large: at most {DICT_LIMIT:,}")
        entries = {self.value(key, depth): self.value(item, depth) for key, item in pairs}
        if len(entries) < len(pairs):
            raise CodecError("a dict has a key twice")
        return MappingProxyType(entries) if self.rest.readonly else entries

    def array(self, char: str, shape: list[int]) -> np.ndarray:
        if 0 in shape and math.prod(n for n in shape if n) > EMPTY_LIMIT:
            raise CodecError(f"an empty array of shape {shape} is not accepted")
        size = math.prod(shape) * np.dtype(char).itemsize
        padded = size + -size % ALIGNMENT
        if padded > len(self.rest):
            raise CodecError("the frame ends inside an array")
        data, self.rest = self.rest[:size], self.rest[padded:]
        array = np.frombuffer(data, char).reshape(shape)
        if char == "?" and array.view(np.uint8).max(initial=0) > 1:
            raise CodecError("an array of booleans holds other bytes")
        return array
