"""Train our own models, the reference's and the solution's, once for each data set, and keep them."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from tqdm import tqdm

from autograder.course import Assignment, CourseError
from autograder.references import read_modules
from toolkit.atomic import write_atomically
from toolkit.checks import Check
from toolkit.data import load_cifar10
from toolkit.installation import Installed
from toolkit.model_checks import VALIDATION, ModelCheck
from toolkit.modules import Modules
from toolkit.strict_npz import alternatives
from toolkit.trained_model import ModelError, packed, read_model

FOLDER = "trained"
MODULE = "trained_models"
REFERENCE, SOLUTION = "reference", "solution"


def our_model(assignment: Assignment, check: ModelCheck, data: Installed, whose: str = REFERENCE) -> bytes:
    """Return a model's file as a student would hand it in, trained by us on the installed data.

    `hidden/<assignment>/reference/trained_models.py` holds for each check a function of its name,
    `best_svm(data, rng)` with the data as `load_cifar10` gives them, which returns the arrays. What it
    returned is kept in `trained/` beside the data set until the data or a reference change.

    Parameters
    ----------
    assignment : Assignment
    check : ModelCheck
    data : Installed
    whose : {"reference", "solution"}
        Two models that differ by their seed only.

    Raises
    ------
    CourseError
        If there is no such function, or it returns other arrays than the check declares.
    """
    files = read_modules(assignment.hidden / "reference")
    file = _file(assignment, check, data, whose, files)
    with suppress(OSError, ModelError):
        kept = file.read_bytes()
        if read_model(kept, file.name, check.shapes).is_of(data):
            return kept
    print(f"training {check.module} ({whose}), once for these data …", file=sys.stderr, flush=True)
    content = _trained(assignment, check, data, whose, files)
    with suppress(OSError):  # a data folder that is read-only: it is trained again next time
        for old in file.parent.glob(f"{_prefix(assignment, check, data, whose)}-*.npz"):
            old.unlink()
        write_atomically(file, content)
    return content


def our_models(
    assignment: Assignment, checks: Mapping[str, Check], data: Installed | None, whose: str = REFERENCE
) -> dict[str, bytes]:
    """Return the files of all models of an assignment by name, trained now where they are not kept."""
    models = [check for check in checks.values() if isinstance(check, ModelCheck)]
    if not models or data is None:
        return {}
    shown = tqdm(models, desc=f"models ({whose})", leave=False, disable=None)
    return {check.module: our_model(assignment, check, data, whose) for check in shown}


def untrained(checks: Mapping[str, Check], data: Installed | None) -> dict[str, bytes]:
    """Return the files of models that hold nothing but zeros, by name."""
    return {
        check.module: packed(check.module, _zeros(check), data)
        for check in checks.values()
        if isinstance(check, ModelCheck) and data
    }


def our_features(assignment: Assignment, check: ModelCheck, images: np.ndarray) -> np.ndarray:
    """Return the features that a model is given in place of images, by `image_features` of the same module.

    It computes what the reference's own functions do, for many images at once.
    """
    with Modules(read_modules(assignment.hidden / "reference")) as modules:
        features: np.ndarray = modules.load(MODULE).image_features(images)
    return features


def _trained(
    assignment: Assignment, check: ModelCheck, data: Installed, whose: str, files: Mapping[str, bytes]
) -> bytes:
    where = f"hidden/{assignment.name}/reference/{MODULE}.py"
    if f"{MODULE}.py" not in files:
        raise CourseError(f"{check.name}: {where} is missing")
    with Modules(files) as modules:
        train = getattr(modules.load(MODULE), check.name, None)
        if train is None:
            raise CourseError(f"{check.name}: {where} has no function {check.name}(data, rng)")
        seed = int.from_bytes(hashlib.sha256(f"{whose} {check.name}".encode()).digest()[:8], "big")
        num_val = min(VALIDATION, data.num_train // 10)
        images = load_cifar10(data.num_train - num_val, num_val, num_test=0, num_dev=0)
        arrays = train(images, np.random.default_rng(seed))
    try:
        content = packed(check.module, arrays, data)
        read_model(content, check.module, check.shapes)
    except ModelError as error:
        raise CourseError(f"{where}: {error}") from None
    return content


def _zeros(check: ModelCheck) -> dict[str, np.ndarray]:
    return {
        name: np.zeros([length if isinstance(length, int) else 1 for length in shape])
        for name, shape in alternatives(check.shapes)[0].items()
    }


def _file(
    assignment: Assignment, check: ModelCheck, data: Installed, whose: str, files: Mapping[str, bytes]
) -> Path:
    key = hashlib.sha256(data.sha256.encode())
    for name, content in sorted(files.items()):
        key.update(f"\0{name}\0{len(content)}\0".encode() + content)
    name = f"{_prefix(assignment, check, data, whose)}-{key.hexdigest()[:16]}.npz"
    return data.folder.parent / FOLDER / name


def _prefix(assignment: Assignment, check: ModelCheck, data: Installed, whose: str) -> str:
    return f"{assignment.name}-{check.name}-{whose}-{data.name}"
