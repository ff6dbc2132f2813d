"""A data set of random noise in the form of CIFAR-10, in every form that can be imported."""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from toolkit.images import CLASSES, Images, Split

BATCHES = ("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")


def noise(per_class: int, rng: np.random.Generator) -> Split:
    """Images of all classes in equal shares and random order."""
    labels = rng.permutation(np.repeat(np.arange(10, dtype=np.uint8), per_class))
    return rng.integers(0, 256, (len(labels), 32, 32, 3), dtype=np.uint8), labels


def tiny(train_per_class: int = 5, test_per_class: int = 2, seed: int = 0) -> Images:
    rng = np.random.default_rng(seed)
    return Images(noise(train_per_class, rng), noise(test_per_class, rng), CLASSES, "noise")


def png(image: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(image).save(stream, "PNG")
    return stream.getvalue()


def as_files(images: Images) -> dict[str, bytes]:
    """Names and contents of image files."""
    return {
        f"{split}/{CLASSES[label]}/{i}.png": png(image)
        for split, part in (("train", images.train), ("test", images.test))
        for i, (image, label) in enumerate(zip(*part, strict=True))
    }


def write_folder(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def write_zip(files: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def as_batches(images: Images) -> dict[str, bytes]:
    """Names and contents of the six official batches."""
    parts = [*zip(*(np.array_split(array, 5) for array in images.train), strict=True), images.test]
    return {name: batch(*part) for name, part in zip(BATCHES, parts, strict=True)}


def write_archive(files: dict[str, bytes], path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def batch(images: np.ndarray, labels: np.ndarray) -> bytes:
    """A batch as Python 2 and NumPy 1 pickled the official ones."""
    pixels = images.transpose(0, 3, 1, 2).tobytes()
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\x00\x85" + text(b"b") + b"tR"
        b"(K\x01"
        + number(len(images))
        + number(3072)
        + b"\x86cnumpy\ndtype\n("
        + text(b"u1")
        + b"K\x00K\x01tR"
        b"(K\x03" + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89" + text(pixels) + b"tb"
    )
    listed = b"](" + b"".join(number(int(label)) for label in labels) + b"e"
    return b"\x80\x02}(" + text(b"data") + array + text(b"labels") + listed + b"u."


def text(content: bytes) -> bytes:
    """The opcode of a Python 2 string."""
    return b"T" + struct.pack("<i", len(content)) + content


def number(value: int) -> bytes:
    return b"J" + struct.pack("<i", value)
