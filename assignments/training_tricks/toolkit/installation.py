"""Where data sets are kept on this machine, which one is there, and how one gets there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from toolkit.images import DataError, Images, in_stored_order

FOLDER = "CIFAR10_FOLDER"
NAMES = ("cifar10", "standin")
ARRAYS = ("train_images", "train_labels", "test_images", "test_labels")
ABOUT = "meta.json"


@dataclass(frozen=True)
class Installed:
    """A data set on this machine: its name (`cifar10` or `standin`), folder, checksum, sizes and source."""

    name: str
    folder: Path
    sha256: str
    classes: tuple[str, ...]
    num_train: int
    num_test: int
    source: str

    def __str__(self) -> str:
        kind = "CIFAR-10" if self.name == "cifar10" else "stand-in data, not CIFAR-10"
        return f"{kind}: {self.num_train:,} training and {self.num_test:,} test images in {self.folder}"


def data_folder() -> Path:
    """Return where data sets are kept.

    `$CIFAR10_FOLDER`, or the nearest `datasets/` (with its README.md) at or above the current folder, or a
    folder in the user's cache.
    """
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "datasets" / "README.md").is_file():
            return folder / "datasets"
    import pooch  # slow to import, and mostly not needed

    return Path(pooch.os_cache("numpy-vision-course"))


def installed() -> Installed | None:
    """Return the data set that `load_cifar10` would use: CIFAR-10, else the stand-in, else None."""
    folder = data_folder()
    return next((found for name in NAMES if (found := _installed_in(folder / name))), None)


def install(source: Path | None = None, dataset: str = "cifar10") -> Installed:
    """Install a data set: import `source`, or download CIFAR-10, or draw the stand-in.

    What was installed before stays until the new one is complete.

    Parameters
    ----------
    source : Path, optional
        What `toolkit.sources.read_images` can read; without it CIFAR-10 is downloaded.
    dataset : {"cifar10", "standin"}
        The stand-in is drawn and needs neither a source nor a network.

    Raises
    ------
    DataError
        If the source or the download is not usable, or the data folder cannot be written.
    """
    if dataset not in NAMES or (dataset == "standin" and source is not None):
        raise DataError(f"{dataset} from {source}: expected cifar10, or standin without a source")
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if dataset == "standin":
            from toolkit.standin import draw

            return store(draw(), folder / dataset)
        if source is None:
            from toolkit.download import download

            source = download(folder)
        from toolkit.sources import read_images

        return store(read_images(source), folder / dataset)
    except OSError as error:
        raise DataError(f"{folder} cannot be written ({error}); ${FOLDER} names another folder") from None


def store(images: Images, folder: Path) -> Installed:
    """Write a data set as `.npy` arrays and `meta.json`; the folder appears complete or not at all."""
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        new, old = temporary / "new", temporary / "old"
        _write(images, new, folder.name)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    found = _installed_in(folder)
    assert found is not None
    return found


def open_array(found: Installed, name: str) -> np.ndarray:
    """Return one of the stored arrays, memory-mapped and read-only."""
    array: np.ndarray = np.load(found.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    return array


def _write(images: Images, folder: Path, name: str) -> None:
    folder.mkdir()
    splits = [in_stored_order(*split, images.classes) for split in (images.train, images.test)]
    total = hashlib.sha256()
    for key, array in zip(ARRAYS, (*splits[0], *splits[1]), strict=True):
        total.update(array.data)
        np.save(folder / f"{key}.npy", array, allow_pickle=False)
    about = {
        "name": name,
        "source": images.source,
        "sha256": total.hexdigest(),
        "classes": images.classes,
        "num_train": len(splits[0][1]),
        "num_test": len(splits[1][1]),
    }
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def _installed_in(folder: Path) -> Installed | None:
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        about["classes"] = tuple(about["classes"])
        complete = all((folder / f"{key}.npy").is_file() for key in ARRAYS)
        return Installed(folder=folder, **about) if complete else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
