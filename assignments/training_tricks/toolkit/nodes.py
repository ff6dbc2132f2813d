"""What the header of a frame may hold: a closed list of kinds, which msgspec enforces while it reads.

A map is none of them, nor are bytes, dates and integers of more than 64 bits, so that msgspec refuses them
before it builds anything: the keys of a map, for one, could be chosen to collide.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

NAME_LIMIT = 100

_Integer = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
_Natural = Annotated[int, Meta(ge=0, le=2**63 - 1)]
_Name = Annotated[str, Meta(max_length=NAME_LIMIT)]
_Char = Literal["?", "b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "e", "f", "d", "F", "D"]
_Shape = Annotated[list[Annotated[int, Meta(ge=0, lt=2**40)]], Meta(max_length=32)]
DTYPES = frozenset(_Char.__args__)  # type: ignore[attr-defined]


class Node(
    msgspec.Struct,
    frozen=True,
    array_like=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="tag",
):
    """What the header is made of, besides None, numbers and text: a list that begins with the kind."""


class Handle(Node, frozen=True, tag=True):
    """An object that stays where it lives, by number; `kind` is what it is (`function`, `class`, …)."""

    number: _Natural
    kind: _Name


class Callback(Node, frozen=True, tag=True):
    """A function of the trusted side, by number."""

    number: _Natural


class Seed(Node, frozen=True, tag=True):
    """A random generator, reduced to the integer that makes one on the other side."""

    number: _Natural


class Opaque(Node, frozen=True, tag=True):
    """A value that does not cross, named by its type (`MaskedArray`, `generator`, `object array`, …)."""

    type: _Name

    def __str__(self) -> str:
        article = "an" if self.type[:1].lower() in "aeiou" else "a"
        return f"{article} {self.type}"


class List(Node, frozen=True, tag="list"):
    items: list[Tree]


class Tuple(Node, frozen=True, tag="tuple"):
    items: list[Tree]


class Dict(Node, frozen=True, tag="dict"):
    pairs: list[tuple[Tree, Tree]]


class Array(Node, frozen=True, tag="array"):
    char: _Char
    shape: _Shape


class Scalar(Node, frozen=True, tag="scalar"):
    char: _Char


_Mark = Handle | Callback | Seed | Opaque
Tree = None | bool | _Integer | float | str | List | Tuple | Dict | Array | Scalar | _Mark
