"""The images on which trained models are scored: of the test set, or an instructor's own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.course import CourseError
from toolkit.images import DataError
from toolkit.installation import Installed, open_array
from toolkit.sources import IMAGE_LIMIT, is_image, read_image

SHOWN = 1_000
PER_CLASS = 300
FOLDER = "held_out"


@dataclass(frozen=True)
class HiddenImages:
    """Images, uint8 (N, 32, 32, 3), and their labels (N,); any stretch has the classes in equal shares."""

    images: np.ndarray
    labels: np.ndarray
    source: str


def hidden_images(data: Installed, seed: int) -> HiddenImages:
    """Return the images that models are scored on.

    They are those of the folder `held_out/<class>/` beside the data set, if there is one. Otherwise `seed`
    draws them from the test set, without its first 1,000: those `load_cifar10` gives to notebooks.

    Raises
    ------
    CourseError
        If a class has no such image, or a file of the folder is none.
    """
    folder = held_out(data)
    if folder:
        by_class = _from_folder(folder, data)
    else:
        labels = np.array(open_array(data, "test_labels"))
        images = open_array(data, "test_images")
        rng = np.random.default_rng(seed)
        unseen = [SHOWN + np.flatnonzero(labels[SHOWN:] == label) for label in range(len(data.classes))]
        by_class = [images[np.sort(rng.permutation(found)[:PER_CLASS])] for found in unseen]
    count = min(map(len, by_class))
    if not count:
        empty = [name for name, found in zip(data.classes, by_class, strict=True) if not len(found)]
        where = folder or f"the test set without its first {SHOWN:,} images"
        raise CourseError(f"no images of {', '.join(empty)} to score models on in {where}")
    rounds = np.stack([found[:count] for found in by_class], axis=1)  # (count, C, 32, 32, 3)
    labels = np.tile(np.arange(len(data.classes)), count)
    return HiddenImages(rounds.reshape(-1, *rounds.shape[2:]), labels, str(folder or "the test set"))


def held_out(data: Installed) -> Path | None:
    """Return the instructor's folder of images, None if there is none."""
    folder = data.folder.parent / FOLDER
    return folder if folder.is_dir() else None


def held_out_digest(data: Installed) -> str:
    """Return the SHA-256 of the instructor's images; empty if there are none."""
    folder = held_out(data)
    if not folder:
        return ""
    total = hashlib.sha256()
    for name in data.classes:
        for file in _files(folder / name):
            total.update(f"{name}/{file.name}\0{file.stat().st_size}\0".encode())
            total.update(file.read_bytes())
    return total.hexdigest()


def _from_folder(folder: Path, data: Installed) -> list[np.ndarray]:
    strange = sorted({path.name for path in folder.iterdir() if path.is_dir()} - set(data.classes))
    if strange:
        raise CourseError(f"{folder}: {strange[0]} is no class of {data.name}: {', '.join(data.classes)}")
    found = []
    for name in data.classes:
        try:
            images = [read_image(file.read_bytes(), str(file)) for file in _files(folder / name)]
        except DataError as error:
            raise CourseError(str(error)) from None
        found.append(np.array(images, np.uint8).reshape(-1, 32, 32, 3))
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Yield the images of a class, sorted by name."""
    for file in sorted(folder.glob("*")):
        if is_image(file.name):
            if file.stat().st_size > IMAGE_LIMIT:
                raise CourseError(f"{file}: larger than {IMAGE_LIMIT:,} bytes")
            yield file
