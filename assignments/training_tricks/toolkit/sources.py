"""Read a copy of CIFAR-10: official archive, its extracted folder, or a folder or zip of image files."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

import numpy as np
from PIL import Image
from tqdm import tqdm

from toolkit.batches import BATCHES, bounded, read_archive, read_folder
from toolkit.images import CLASSES, DataError, Images

__all__ = ["DataError", "Images", "read_images"]

SUFFIXES = (".png", ".jpg", ".jpeg")
IMAGE_LIMIT = 100 << 10  # bytes; a raw image has 3 kB
COUNT_LIMIT = 200_000
Name = TypeVar("Name", str, Path)


def read_images(path: Path) -> Images:
    """Read a copy of CIFAR-10; members of archives are read as streams and never extracted to disk.

    Parameters
    ----------
    path : Path
        The official `cifar-10-python.tar.gz`, its folder `cifar-10-batches-py` (or the one around it), or
        a folder or zip of `train/<class>/*.png` and `test/<class>/*.png` (also .jpg, .jpeg).

    Raises
    ------
    DataError
        If the path holds none of these, or anything in it is damaged, too large or unsafe.
    """
    try:
        if path.is_dir():
            for folder in (path, path / "cifar-10-batches-py"):
                if any((folder / name).is_file() for name in BATCHES):
                    return read_folder(folder)
            return _from_files(_folder_files(path), path)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return _from_files(_zip_files(archive), path)
        return read_archive(path)
    except DataError:
        raise
    except Exception as error:
        raise DataError(
            f"{path}: not a copy of CIFAR-10 that can be read ({error}); expected cifar-10-python.tar.gz, "
            "cifar-10-batches-py/, or a folder or zip of train/<class>/*.png and test/<class>/*.png"
        ) from None


def _folder_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in _progress([p for p in folder.glob("*/*/*") if is_image(p.name)]):
        if not file.is_file() or file.is_symlink():
            raise DataError(f"{file} is not a regular file")
        with file.open("rb") as stream:
            data = bounded(stream, IMAGE_LIMIT, str(file))
        yield file.relative_to(folder).as_posix(), data


def _zip_files(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in _progress([n for n in archive.namelist() if is_image(PurePosixPath(n).name)]):
        if name.startswith("/") or ".." in PurePosixPath(name).parts:
            raise DataError(f"{name} leads out of the archive: this copy is not safe")
        with archive.open(name) as stream:
            data = bounded(stream, IMAGE_LIMIT, name)
        yield name, data


def is_image(name: str) -> bool:
    """Say whether a file is an image, judged by its name."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _progress(names: list[Name]) -> Iterable[Name]:
    if len(names) > COUNT_LIMIT:
        raise DataError(f"{len(names):,} images, expected at most {COUNT_LIMIT:,}")
    bar: Iterable[Name] = tqdm(names, desc="reading images", unit=" images", leave=False, disable=None)
    return bar


def _from_files(files: Iterable[tuple[str, bytes]], path: Path) -> Images:
    found: dict[str, list[tuple[str, np.ndarray]]] = {"train": [], "test": []}
    for name, data in files:
        split, label = ("", "", *PurePosixPath(name).parts)[-3:-1]
        if split in found:
            found[split].append((label, read_image(data, name)))
    for split, images in found.items():
        classes = sorted({label for label, _ in images})
        if classes != list(CLASSES):
            raise DataError(
                f"{path}: {split}/ holds images in {len(classes)} folders ({', '.join(classes[:12])}), "
                f"expected one folder for each of {', '.join(CLASSES)}"
            )
    train, test = (
        (np.stack([image for _, image in images]), np.array([CLASSES.index(c) for c, _ in images], np.uint8))
        for images in found.values()
    )
    return Images(train, test, CLASSES, path.name)


def read_image(data: bytes, name: str) -> np.ndarray:
    """Return a PNG or JPEG image of 32×32 pixels, uint8 (32, 32, 3).

    Raises
    ------
    DataError
        If it is anything else.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.size != (32, 32):
                    raise DataError(f"{name}: {image.size[0]}×{image.size[1]} pixels, expected 32×32")
                return np.asarray(image.convert("RGB"))
    except DataError:
        raise
    except Exception as error:
        raise DataError(f"{name} is not a readable PNG or JPEG image ({error})") from None
