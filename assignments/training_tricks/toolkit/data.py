"""CIFAR-10 for the assignments: balanced training, validation, test and development images."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np

from toolkit.images import DataError
from toolkit.installation import Installed, data_folder, install, installed, open_array

__all__ = ["Cifar10", "DataError", "Installed", "data_folder", "install", "installed", "load_cifar10"]


@dataclass(frozen=True)
class Cifar10:
    """Balanced splits of a data set.

    Attributes
    ----------
    X_train, X_val, X_test, X_dev : uint8 (N, 32, 32, 3)
        Images: rows, columns, RGB. `X_dev` is a small part of `X_train`, for development.
    y_train, y_val, y_test, y_dev : int64 (N,)
        Labels: indices into `classes`.
    classes : tuple of str
    name, sha256 : str
        Which data these are: `cifar10` or `standin`, and the checksum of all of it.
    """

    X_train: np.ndarray
    y_train: np.ndarray
    X_val: np.ndarray
    y_val: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray
    X_dev: np.ndarray
    y_dev: np.ndarray
    classes: tuple[str, ...]
    name: str
    sha256: str


def load_cifar10(
    num_train: int = 49_000, num_val: int = 1_000, num_test: int = 1_000, num_dev: int = 500
) -> Cifar10:
    """Return training, validation, test and development images.

    Every split has the classes in equal shares (counts differ by at most one) and a fixed random order; the
    first images of a large split are those of a small one. The validation images are the same whatever the
    number of training images, and none of them is a training image; development images are training images.

    If nothing is installed, CIFAR-10 is downloaded; without a network stand-in images are drawn. Whenever
    the data is not CIFAR-10, a line on stderr says so.

    Raises
    ------
    DataError
        If more images are asked for than there are.
    """
    found = provide()
    if found.name == "standin":
        print(f"NOTE: {found}; toolkit.data.install() downloads CIFAR-10", file=sys.stderr)
    for asked, there, what in (
        (num_train, found.num_train, "training"),
        (num_val, found.num_train - num_train, f"validation (beside {num_train:,} training)"),
        (num_test, found.num_test, "test"),
        (num_dev, num_train, "development (a part of the training)"),
    ):
        if not 0 <= asked <= there:
            raise DataError(f"{asked:,} {what} images asked for, expected 0 to {max(there, 0):,}")

    def part(name: str, start: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        images, labels = open_array(found, f"{name}_images"), open_array(found, f"{name}_labels")
        return np.array(images[start : start + count]), labels[start : start + count].astype(np.int64)

    return Cifar10(
        *part("train", 0, num_train),
        *part("train", found.num_train - num_val, num_val),
        *part("test", 0, num_test),
        *part("train", 0, num_dev),
        found.classes,
        found.name,
        found.sha256,
    )


def provide() -> Installed:
    """Return what is installed; if nothing is, download CIFAR-10 or, without a network, draw the stand-in."""
    found = installed()
    if found is not None:
        return found
    try:
        return install()
    except DataError as error:
        print(f"{error}; drawing stand-in images instead", file=sys.stderr)
        return install(dataset="standin")
