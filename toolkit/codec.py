"""Turn values into bytes and back: a frame is a small msgpack header and the raw bytes of its arrays.

Nothing is unpickled, and a frame made by an enemy costs no more than its own size: the header is at most
1 MiB, so the number of objects is bounded; dicts are small, since their keys may be chosen to collide; array
bodies are views of the received bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

HEADER_LIMIT = 1 << 20
BODY_LIMIT = 256 << 20
DEPTH_LIMIT = 16
DICT_LIMIT = 4096
ALIGNMENT = 16
DTYPES = frozenset("?bBhHiIlLqQefdFD")

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()


class CodecError(Exception):
    """A value cannot cross, or the bytes received are not a frame."""


@dataclass(frozen=True)
class Handle:
    """An object that stays where it lives, by number; `kind` is what it is (`function`, `class`, …)."""

    number: int
    kind: str


@dataclass(frozen=True)
class Callback:
    """A function of the trusted side, by number."""

    number: int


@dataclass(frozen=True)
class Seed:
    """A random generator, reduced to the integer that makes one on the other side."""

    number: int


@dataclass(frozen=True)
class Opaque:
    """A value that does not cross, named by its type (`MaskedArray`, `generator`, `object array`, …)."""

    type: str

    def __str__(self) -> str:
        article = "an" if self.type[:1].lower() in "aeiou" else "a"
        return f"{article} {self.type}"


def encode(value: Any, other: Callable[[Any], Any] | None = None) -> tuple[bytes, list[memoryview]]:
    """Return `(header, bodies)` of one value.

    Parameters
    ----------
    value : number, str, None, list, tuple, dict, array or one of this module's classes
    other : callable, optional
        Says what stands for any other object (a `Handle`, `Callback` or `Opaque`); without it, `Opaque`.

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
    if len(header) > HEADER_LIMIT or sum(body.nbytes for body in bodies) > BODY_LIMIT:
        raise CodecError("the value is too large to be sent")
    return header, bodies


def decode(header: bytes, body: bytes | bytearray, other: Callable[[Any], Any] | None = None) -> Any:
    """Return the value of one frame.

    Parameters
    ----------
    header, body : bytes
        Of a `bytearray` body the arrays and dicts can be written to, otherwise they are read-only.
    other : callable, optional
        Says what a `Handle`, `Callback`, `Seed` or `Opaque` becomes.

    Raises
    ------
    CodecError
        If the bytes are not exactly one frame within the limits.
    """
    if len(header) > HEADER_LIMIT or len(body) > BODY_LIMIT:
        raise CodecError("the frame is too large")
    reader = _Reader(memoryview(body), other)
    try:
        value = reader.value(_decoder.decode(header), 0)
    except (msgspec.MsgspecError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise CodecError(f"the frame is not valid: {error}") from None
    if len(reader.rest):
        raise CodecError("the frame has trailing bytes")
    return value


def _tree(value: Any, bodies: list[memoryview], other: Callable[[Any], Any] | None, depth: int) -> Any:
    if depth > DEPTH_LIMIT:
        raise CodecError(f"the value is nested more than {DEPTH_LIMIT} deep")
    kind = type(value)
    if value is None or kind in (bool, float):
        return value
    if kind is int:
        return value if -(2**63) <= value < 2**63 else ["Opaque", "huge int"]
    if kind is str:
        return value.encode("utf-8", "replace").decode()
    if kind is list or kind is tuple:
        return [kind.__name__, [_tree(item, bodies, other, depth + 1) for item in value]]
    if kind is dict or kind is MappingProxyType:
        if len(value) > DICT_LIMIT:
            raise CodecError(f"a dict of {len(value):,} entries is too large: at most {DICT_LIMIT:,}")
        pairs = [
            (_tree(k, bodies, other, depth + 1), _tree(v, bodies, other, depth + 1)) for k, v in value.items()
        ]
        return ["dict", pairs]
    if kind is np.ndarray or (isinstance(value, np.generic) and kind.__module__ == "numpy"):
        return _array_tree(value, bodies, other)
    if kind in _CLASSES.values():
        return [kind.__name__, *(getattr(value, name) for name in kind.__dataclass_fields__)]
    return _tree(other(value) if other else Opaque(kind.__name__), bodies, other, depth + 1)


def _array_tree(value: Any, bodies: list[memoryview], other: Callable[[Any], Any] | None) -> Any:
    if value.dtype.char not in DTYPES:
        if value.dtype.kind == "U" and value.ndim == 0:
            return _tree(str(value), bodies, other, 0)
        return ["Opaque", f"{value.dtype.name} array"]
    array = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("="))
    bodies.append(array.reshape(-1).view(np.uint8).data)
    bodies.append(memoryview(bytes(-array.nbytes % ALIGNMENT)))
    return ["array" if type(value) is np.ndarray else "scalar", array.dtype.char, list(value.shape)]


class _Reader:
    def __init__(self, body: memoryview, other: Callable[[Any], Any] | None) -> None:
        self.rest = body
        self.other = other

    def value(self, tree: Any, depth: int) -> Any:
        if depth > DEPTH_LIMIT:
            raise CodecError(f"the frame is nested more than {DEPTH_LIMIT} deep")
        match tree:
            case None | bool() | int() | float() | str():
                return tree
            case ["list" | "tuple" as kind, list(items)]:
                values = [self.value(item, depth + 1) for item in items]
                return values if kind == "list" else tuple(values)
            case ["dict", list(pairs)] if len(pairs) <= DICT_LIMIT:
                entries = {self.value(k, depth + 1): self.value(v, depth + 1) for k, v in pairs}
                return MappingProxyType(entries) if self.rest.readonly else entries
            case ["array" | "scalar" as kind, str(char), list(shape)]:
                array = self.array(char, shape)
                return array if kind == "array" else array[()]
            case [str(name), *fields] if name in _CLASSES:
                return self.object(name, fields)
        raise CodecError("the frame has a value of an unknown kind")

    def array(self, char: str, shape: list[Any]) -> np.ndarray:
        if char not in DTYPES or len(shape) > 32:
            raise CodecError(f"arrays of type {char!r} with {len(shape)} axes are not accepted")
        if not all(type(n) is int and 0 <= n < 2**40 for n in shape):
            raise CodecError(f"{shape} is not the shape of an array")
        dtype = np.dtype(char)
        size = math.prod(shape) * dtype.itemsize
        padded = size + -size % ALIGNMENT
        if padded > len(self.rest):
            raise CodecError("the frame ends inside an array")
        data, self.rest = self.rest[:size], self.rest[padded:]
        return np.frombuffer(data, dtype=dtype).reshape(shape)

    def object(self, name: str, fields: list[Any]) -> Any:
        kind = _CLASSES[name]
        types = [{"int": int, "str": str}[f.type] for f in kind.__dataclass_fields__.values()]
        if len(fields) != len(types) or any(type(f) is not t for f, t in zip(fields, types, strict=True)):
            raise CodecError(f"the frame has a malformed {name}")
        return self.other(kind(*fields)) if self.other else kind(*fields)


_CLASSES: dict[str, Any] = {kind.__name__: kind for kind in (Handle, Callback, Seed, Opaque)}
