"""Read arrays of declared shapes from an npz, without believing, unpickling or unpacking anything of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from toolkit.strict_zip import ENCRYPTED, opened_zip

SIZE_LIMIT = 32 << 20
DIMENSION_LIMIT = 1_024
DIRECTORY_LIMIT = 1 << 17
SHOWN = 60

FLOATS = ("<f4", "<f8")
TEXT = re.compile(r"<U([1-9]|[1-5]\d|6[0-4])")
MAGIC = b"\x93NUMPY\x01\x00"
HEADER = re.compile(
    r"\{'descr': '([^']{1,20})', 'fortran_order': (True|False), 'shape': \(((?:\d{1,9},? ?){0,4})\), \} *\n"
)
HEADER_LIMIT = 512

Shapes = Mapping[str, tuple[int | str, ...]]
Alternatives = Shapes | Sequence[Shapes]


class NpzError(Exception):
    """A file that is not what was declared; the message says in words what is wrong."""


def alternatives(declared: Alternatives) -> tuple[Shapes, ...]:
    """Return what a file may hold: one or more collections of arrays."""
    return (declared,) if isinstance(declared, Mapping) else tuple(declared)


def read_npz(
    data: bytes, declared: Alternatives, texts: Collection[str]
) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """Return the arrays and the texts of a file as `numpy.savez` writes it.

    Parameters
    ----------
    data : bytes
        The content of the file.
    declared : mapping of str to tuple, or sequence of such mappings
        The shape of each array (float32 or float64, all numbers finite). A length that is a name ("H") is the
        same wherever the name stands, and at most 1,024. Of several mappings, the one with the names of the
        file's arrays counts.
    texts : collection of str
        Names of the entries that hold a short text of ASCII letters and digits.

    Raises
    ------
    NpzError
        If there is anything else in it, or anything is missing.
    """
    if len(data) > SIZE_LIMIT:
        raise NpzError(f"larger than {SIZE_LIMIT:,} bytes")
    try:
        with opened_zip(io.BytesIO(data), DIRECTORY_LIMIT) as archive:
            shapes, content = _entries(archive, alternatives(declared), texts)
    except NpzError:
        raise
    except Exception as error:  # of zipfile, struct and zlib, or an ArchiveError: it is not what it should be
        raise NpzError(f"not a readable npz file ({type(error).__name__})") from None
    lengths: dict[str, int] = {}
    arrays = {key: _array(key, content[key], shapes[key], lengths) for key in shapes}
    return arrays, {key: _text(key, content[key]) for key in texts}


def _entries(
    archive: zipfile.ZipFile, possible: Sequence[Shapes], texts: Collection[str]
) -> tuple[Shapes, dict[str, bytes]]:
    """Return the alternative whose names the file has, and the bytes of each entry."""
    infos = archive.infolist()
    keys = [info.orig_filename.removesuffix(".npy") for info in infos]
    shapes = min(possible, key=lambda s: (len({*s, *texts}.symmetric_difference(keys)), -len(s)))
    wanted = {*shapes, *texts}
    if len(keys) != len(wanted) or set(keys) != wanted:
        found = ", ".join(sorted(keys))
        found = found if len(found) <= SHOWN else f"{found[:SHOWN]} …"
        others = f" or one of {len(possible) - 1} other sets of arrays" if len(possible) > 1 else ""
        raise NpzError(f"holds {found!a}, expected exactly {', '.join(sorted(wanted))}{others}")
    return shapes, {key: _content(archive, info) for key, info in zip(keys, infos, strict=True)}


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of an entry, which is as long as it is in the file: nothing is unpacked."""
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & ENCRYPTED:
        raise NpzError("compressed or encrypted")
    if info.file_size != info.compress_size:
        raise NpzError("the sizes that it says its arrays have are wrong")
    with archive.open(info) as member:
        return b"".join(iter(lambda: member.read(DIRECTORY_LIMIT), b""))


def _header(key: str, content: bytes) -> tuple[str, bool, tuple[int, ...], memoryview]:
    """Return type, order, shape and body of what `numpy.save` wrote; the header is matched, not evaluated."""
    start = len(MAGIC) + 2
    size = int.from_bytes(content[len(MAGIC) : start], "little")
    found = None
    if content.startswith(MAGIC) and size <= HEADER_LIMIT:
        found = HEADER.fullmatch(content[start : start + size].decode("latin-1"))
    if not found:
        raise NpzError(f"{key} is not an array of numbers")
    shape = tuple(int(length) for length in re.findall(r"\d+", found[3]))
    return found[1], found[2] == "True", shape, memoryview(content)[start + size :]


def _text(key: str, content: bytes) -> str:
    kind, _, shape, body = _header(key, content)
    if not TEXT.fullmatch(kind) or shape or len(body) != np.dtype(kind).itemsize:
        raise NpzError(f"{key} is not a short text")
    text = bytes(body).decode("utf-32-le", "replace").rstrip("\0")
    if not re.fullmatch(r"[0-9a-zA-Z]{1,64}", text):
        raise NpzError(f"{key} is not a text of letters and digits")
    return text


def _array(key: str, content: bytes, declared: tuple[int | str, ...], lengths: dict[str, int]) -> np.ndarray:
    kind, fortran, shape, body = _header(key, content)
    if kind not in FLOATS:
        raise NpzError(f"{key} has the type {kind!a}, expected float32 or float64")
    fits = len(shape) == len(declared)
    for length, wanted in zip(shape, declared, strict=False):
        if isinstance(wanted, str):
            fits = fits and 1 <= length <= DIMENSION_LIMIT and lengths.setdefault(wanted, length) == length
        else:
            fits = fits and length == wanted
    if not fits:
        names = [f"{name} from 1 to {DIMENSION_LIMIT:,}" for name in declared if isinstance(name, str)]
        wanted = ", ".join([_shown(declared), *names])
        raise NpzError(f"{key} has the shape {_shown(shape)}, expected {wanted}")
    if len(body) != int(np.prod(shape)) * np.dtype(kind).itemsize:
        raise NpzError(f"{key} has {len(body):,} bytes, too many or too few for its shape {_shown(shape)}")
    array = np.frombuffer(body, kind).reshape(shape, order="F" if fortran else "C")
    if not np.isfinite(array).all():
        raise NpzError(f"{key} holds NaN or infinity: did the training diverge?")
    return array


def _shown(shape: tuple[int | str, ...]) -> str:
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"
