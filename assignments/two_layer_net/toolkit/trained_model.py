"""Save and read a trained model: arrays of numbers, with name and checksum of the data they come from."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from toolkit.atomic import write_atomically
from toolkit.installation import Installed, installed
from toolkit.strict_npz import Alternatives, NpzError, read_npz

DATA_NAME, DATA_SHA256 = "data_name", "data_sha256"


class ModelError(Exception):
    """A model's file that cannot be used; the message is one line that names it and says what to do."""


@dataclass(frozen=True)
class Model:
    """The arrays of a trained model by name, and the name and checksum of the data it was trained on."""

    arrays: dict[str, np.ndarray]
    data_name: str
    data_sha256: str

    def is_of(self, data: Installed) -> bool:
        """Say whether it was trained on these data."""
        return self.data_sha256 == data.sha256


def save_model(name: str, **arrays: np.ndarray) -> Path:
    """Save a trained model beside the notebook, to be handed in with it.

    The name and the checksum of the data that `load_cifar10` gives are saved, too: a model trained on other
    data than those it is graded with cannot be scored.

    Parameters
    ----------
    name : str
        Name of the file, for example `"best_svm.npz"`.
    **arrays : float32 or float64 arrays
        What the model needs to predict; the notebook says which, and in which shapes.

    Returns
    -------
    Path
        The file. An earlier one is replaced.

    Raises
    ------
    ModelError
        If an array holds anything but finite numbers, or no data are installed.
    """
    if not re.fullmatch(r"\w+\.npz", name):
        raise ModelError(f"{name!r} is not the name of a model's file, such as best_svm.npz")
    data = installed()
    if data is None:
        raise ModelError(f"{name}: no images are installed that it could be trained on; call load_cifar10()")
    file = model_folder() / name
    write_atomically(file, packed(name, arrays, data))
    return file


def packed(name: str, arrays: Mapping[str, np.ndarray], data: Installed) -> bytes:
    """Return the bytes of a model's file.

    Raises
    ------
    ModelError
        If an array holds anything but finite numbers.
    """
    kept: dict[str, np.ndarray] = {}
    for key, value in arrays.items():
        array = np.asarray(value)
        if array.dtype.kind not in "iuf" or key in (DATA_NAME, DATA_SHA256):
            raise ModelError(f"{name}: {key} has the type {array.dtype}, expected float32 or float64")
        kept[key] = array.astype("<f4" if array.dtype == np.float32 else "<f8")
        if not np.isfinite(kept[key]).all():
            raise ModelError(f"{name}: {key} holds NaN or infinity: did the training diverge?")
    kept[DATA_NAME], kept[DATA_SHA256] = np.array(data.name), np.array(data.sha256)
    stream = io.BytesIO()
    np.savez(stream, allow_pickle=False, **kept)
    return stream.getvalue()


def read_model(data: bytes, name: str, shapes: Alternatives) -> Model:
    """Return what a model's file holds, whoever wrote it.

    Parameters
    ----------
    data : bytes
        The content of the file.
    name : str
        Its name, for the messages.
    shapes : mapping of str to tuple, or sequence of such mappings
        The shape of each array, or alternatives; see `read_npz`.

    Raises
    ------
    ModelError
        If it is anything but a file of `save_model` with exactly these arrays, all numbers finite.
    """
    try:
        arrays, texts = read_npz(data, shapes, (DATA_NAME, DATA_SHA256))
    except NpzError as error:
        raise ModelError(f"{name}: {error}; save it again with toolkit.save_model") from None
    return Model(arrays, texts[DATA_NAME], texts[DATA_SHA256])


def model_folder() -> Path:
    """Return where models are kept: the current folder, but `build/models/<name>` for an author's."""
    here = Path.cwd()
    if (here / "solution" / "checks.py").is_file():
        return here.parent.parent / "build" / "models" / here.name
    return here
