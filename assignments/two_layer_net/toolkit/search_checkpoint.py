"""Checkpoints of a search: one finished configuration in each file, named by its validation accuracy."""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.atomic import write_atomically

ABOUT = "about"


class CheckpointError(Exception):
    """A file that is no checkpoint of a search, or a damaged one; the message says in words what is wrong."""


@dataclass(frozen=True)
class Checkpoint:
    """What is kept of a finished configuration.

    Attributes
    ----------
    key : str
        Digest of all that the result depends on: function, configuration, options and seed.
    config : dict
    accuracy : float
        On the validation images, 0 to 1; NaN if training diverged.
    reason : str
        Why it is NaN, else empty.
    arrays : dict of str to array
        What the function wants to be kept, such as the trained parameters.
    """

    key: str
    config: dict[str, Any]
    accuracy: float
    reason: str = ""
    arrays: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of its file, such as ``acc0.4210-0f3a….npz``: a folder is listed in order of accuracy."""
        return f"acc{self.accuracy:.4f}-{self.key}.npz"


def write_checkpoint(folder: Path, checkpoint: Checkpoint) -> Path:
    """Write a checkpoint into a folder, in one step, and return its file."""
    about = {
        "key": checkpoint.key,
        "config": checkpoint.config,
        "accuracy": None if math.isnan(checkpoint.accuracy) else checkpoint.accuracy,
        "reason": checkpoint.reason,
    }
    stream = io.BytesIO()
    arrays: dict[str, Any] = {ABOUT: np.array(json.dumps(about)), **checkpoint.arrays}
    np.savez(stream, allow_pickle=False, **arrays)
    file = folder / checkpoint.name
    write_atomically(file, stream.getvalue())
    return file


def read_checkpoint(file: Path) -> Checkpoint:
    """Return what a file holds.

    Raises
    ------
    CheckpointError
        If it is damaged, no checkpoint, or has another name than it was given.
    """
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as content:
            arrays = {name: content[name] for name in content.files}  # reads, and so verifies, all of it
    except Exception as error:  # of zipfile, zlib, struct or NumPy: it is not what it should be
        raise CheckpointError(f"damaged, it cannot be read ({type(error).__name__})") from None
    try:
        about = json.loads(str(arrays.pop(ABOUT)))
        accuracy = math.nan if about["accuracy"] is None else float(about["accuracy"])
        found = Checkpoint(str(about["key"]), dict(about["config"]), accuracy, str(about["reason"]), arrays)
    except (KeyError, TypeError, ValueError):
        raise CheckpointError("no checkpoint of a search") from None
    if found.name != file.name:
        raise CheckpointError(f"renamed or a copy, it was written as {found.name}")
    return found
