"""Read the official batches of CIFAR-10, which are pickles, without running anything they hold."""

from __future__ import annotations

import gzip
import io
import pickle
import pickletools
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

import numpy as np

from toolkit.images import CLASSES, DataError, Images, Split

BATCHES = (*(f"data_batch_{i}" for i in range(1, 6)), "test_batch")
BATCH_LIMIT = 40 << 20  # bytes; an official batch has 31 MB
ARCHIVE_LIMIT = 300 << 20  # bytes after decompression; the official archive has 186 MB
MEMO_LIMIT = 1_000_000  # the unpickler allocates as many slots as the largest number a pickle names


class Readable(Protocol):
    """A file or a member of an archive."""

    def read(self, size: int, /) -> bytes: ...


def read_folder(folder: Path) -> Images:
    """Read the extracted folder `cifar-10-batches-py`."""
    names = [name for name in BATCHES if (folder / name).is_file()]
    return _assemble(((name, _open_bounded(folder / name)) for name in names), folder.name)


def read_archive(path: Path) -> Images:
    """Read `cifar-10-python.tar.gz` as a stream; nothing is extracted to disk."""
    with gzip.open(path) as stream:
        capped: Any = _Capped(stream)
        with tarfile.open(fileobj=capped, mode="r|") as archive:
            images = _assemble(_members(archive), path.name)
        while capped.read(1 << 20):  # gzip compares its checksum at the very end
            pass
    return images


def read_batch(data: bytes, name: str) -> Split:
    """Return images (N, 32, 32, 3) and labels (N,) of one official batch.

    Raises
    ------
    DataError
        If the pickle holds anything but such a batch.
    """
    try:
        if any("PUT" in code.name and (arg or 0) > MEMO_LIMIT for code, arg, _ in pickletools.genops(data)):
            raise ValueError("it names too many objects")
        batch = _BatchUnpickler(io.BytesIO(data), encoding="bytes").load()
        pixels = np.frombuffer(batch[b"data"].content, np.uint8).reshape(-1, 3, 32, 32)
        labels = np.array(batch[b"labels"], np.int64)
        if labels.shape != (len(pixels),) or labels.min(initial=0) < 0 or labels.max(initial=0) > 9:
            raise ValueError("images and labels do not fit together")
    except DataError:
        raise
    except Exception as error:
        raise DataError(
            f"{name} is not an official batch of CIFAR-10 ({type(error).__name__}: {error})"
        ) from None
    return pixels.transpose(0, 2, 3, 1), labels.astype(np.uint8)


def _assemble(batches: Iterable[tuple[str, bytes]], source: str) -> Images:
    found = {name: read_batch(data, name) for name, data in batches}
    missing = [name for name in BATCHES if name not in found]
    if missing:
        raise DataError(f"{source}: {', '.join(missing)} missing; download the archive again")
    images, labels = (np.concatenate(parts) for parts in zip(*(found[n] for n in BATCHES[:-1]), strict=True))
    return Images((images, labels), found["test_batch"], CLASSES, source)


def _open_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return bounded(file, BATCH_LIMIT, path.name)


def _members(archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in archive:
        name = PurePosixPath(member.name).name
        if member.isreg() and name in BATCHES:
            file = archive.extractfile(member)
            assert file is not None
            yield name, bounded(file, BATCH_LIMIT, name)


def bounded(stream: Readable, limit: int, name: str) -> bytes:
    """Read a whole stream, or refuse it if it holds more than `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise DataError(f"{name} is larger than {limit:,} bytes: this is not CIFAR-10")
    return data


class _Capped:
    """A stream that ends in a refusal, against archives that expand for ever."""

    def __init__(self, stream: Readable) -> None:
        self.stream = stream
        self.left = ARCHIVE_LIMIT

    def read(self, size: int) -> bytes:
        data = self.stream.read(min(size, self.left + 1))
        self.left -= len(data)
        if self.left < 0:
            raise DataError(f"the archive expands to more than {ARCHIVE_LIMIT:,} bytes: this is not CIFAR-10")
        return data


class _BatchUnpickler(pickle.Unpickler):
    """Builds what an official batch holds – dicts, lists, bytes and one uint8 array – and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.replace("_core", "core"), name) == ("numpy.core.multiarray", "_reconstruct"):
            return lambda *_: _Array()
        if (module, name) == ("numpy", "ndarray"):
            return _Array
        if (module, name) == ("numpy", "dtype"):
            return lambda *_: _Type()
        if (module, name) == ("_codecs", "encode"):
            return lambda text, _: text.encode("latin-1")
        raise DataError(
            f"a batch asks for {module}.{name}, which CIFAR-10 does not need: this copy is not safe"
        )


class _Type:
    def __setstate__(self, state: Any) -> None:
        pass


class _Array:
    content = b""

    def __setstate__(self, state: Any) -> None:
        self.content = state[-1]
