"""A data set in memory, and the one order in which it is stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
ORDER_SEED = 231

Split = tuple[np.ndarray, np.ndarray]


class DataError(Exception):
    """Data is missing, damaged or not what it should be; the message is one line that says what to do."""


@dataclass(frozen=True)
class Images:
    """All images of a data set, in any order.

    Attributes
    ----------
    train, test : (uint8 (N, 32, 32, 3), uint8 (N,))
        Images (rows, columns, RGB) and labels.
    classes : tuple of str
        Names of the labels 0, 1, …
    source : str
        Where they come from.
    """

    train: Split
    test: Split
    classes: tuple[str, ...]
    source: str


def in_stored_order(images: np.ndarray, labels: np.ndarray, classes: tuple[str, ...]) -> Split:
    """Return images and labels in rounds, each with one image of every class in random order.

    So any stretch of them holds the classes in equal shares (counts differ by at most two, and by at most one
    at either end). The order depends on the pixels only (through their SHA-256) and not on the order given:
    the same images are stored the same way from an archive, a folder or a zip, and with any version of NumPy.

    Parameters
    ----------
    images : uint8 (N, 32, 32, 3)
    labels : uint8 (N,)
    classes : tuple of str

    Raises
    ------
    DataError
        If some class has more images than another.
    """
    counts = np.bincount(labels, minlength=len(classes))
    if counts.min() != counts.max() or not len(labels):
        found = ", ".join(f"{name} {count:,}" for name, count in zip(classes, counts, strict=True))
        raise DataError(f"expected equally many images of each class, found {found}: this copy is incomplete")
    digests = [hashlib.sha256(image.tobytes()).digest() for image in images]
    by_class = sorted(range(len(labels)), key=lambda i: (labels[i], digests[i]))
    rounds = np.array(by_class).reshape(len(classes), -1).T  # (N / C, C)
    keys = np.random.PCG64(ORDER_SEED).random_raw(len(labels)).reshape(rounds.shape)
    order = np.take_along_axis(rounds, keys.argsort(axis=1), axis=1).ravel()
    return np.ascontiguousarray(images[order]), labels[order]
