"""Checks of trained models: students hand in arrays, and a `predict` of ours finds how good they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.checks import Check
from toolkit.data import load_cifar10
from toolkit.installation import installed
from toolkit.module import local_session
from toolkit.probe import run_probe
from toolkit.strict_npz import SIZE_LIMIT, Alternatives
from toolkit.table import Row
from toolkit.trained_model import Model, ModelError, model_folder, read_model

BATCH = 500
VALIDATION = 1_000
FEATURES = 500

Predict = Callable[..., Any]
Extract = Callable[[Any, np.ndarray], Any]


@dataclass(frozen=True)
class ModelCheck(Check):
    """A check of a model's file, which `module` names; calling it is not possible, `predict` is.

    Attributes
    ----------
    shapes : mapping of str to tuple, or sequence of such mappings
        The arrays that the file holds, or alternatives; see `read_npz`.
    full : float
        The share of the reference's accuracy that earns all points.
    features : str
        The module that computes what the model is given in place of images; none for models of images.
    extract : callable, optional
        `extract(module, images)` returns those features (N, F).
    """

    shapes: Alternatives = field(default_factory=dict, compare=False)
    full: float = 1.0
    features: str = ""
    extract: Extract | None = field(default=None, compare=False)

    def __call__(self, module: Any, rng: np.random.Generator) -> Mapping[str, Any]:
        raise TypeError(f"{self.name} checks a trained model, not a module: there is no probe to run")

    def accuracy(self, arrays: Mapping[str, np.ndarray], inputs: np.ndarray, labels: np.ndarray) -> float:
        """Return the share of right predictions, each class counting the same.

        Parameters
        ----------
        arrays : mapping of str to array
            The model.
        inputs : uint8 (N, 32, 32, 3), or float (N, F)
            Images, or their features.
        labels : int (N,)
        """
        with np.errstate(all="ignore"):
            parts = [
                np.asarray(self.probe(arrays, inputs[start : start + BATCH]))
                for start in range(0, len(inputs), BATCH)
            ]
        right = np.concatenate(parts) == labels
        return float(np.mean([right[labels == label].mean() for label in np.unique(labels)]))

    def extraction(self, images: np.ndarray) -> Check:
        """Return the check (without points) whose outcome are the features of these images."""
        assert self.extract is not None

        def probe(module: Any, rng: np.random.Generator) -> Mapping[str, Any]:
            assert self.extract is not None
            return {"features": self.extract(module, images)}

        name = f"{self.name} ({len(images)} images)"
        return Check(probe, name, self.title, self.features, self.cell, 0.0)


def trained_model(
    file: str,
    *,
    points: float,
    arrays: Alternatives,
    full: float,
    cell: str = "",
    optional: bool = False,
    features: str = "",
    extract: Extract | None = None,
) -> Callable[[Predict], ModelCheck]:
    """Declare a model that students train and hand in; the function decorated predicts its labels.

    Points grow linearly from none at chance to all of them at `full` times the accuracy of the reference's
    model on the same images, which are none of those that `load_cifar10` gives to notebooks. A notebook's
    `check` says whether the file is usable and what the accuracy on the validation images is.

    Parameters
    ----------
    file : str
        What `save_model` writes, for example `"best_svm.npz"`.
    points, full, optional, features, extract
        See `ModelCheck`.
    arrays : mapping of str to tuple, or sequence of such mappings
        The shape of each array; a length that students choose is a name ("H"). Of several mappings, such as
        networks of one layer, of two, and so on, the one with the names of the file's arrays counts.
    cell : str
        `grade_id` of the notebook cell that holds the points; by default the name of the function.

    Raises
    ------
    ValueError
        If there is no docstring, or the points or the share make no sense.
    """

    def declare(predict: Predict) -> ModelCheck:
        name, title = predict.__name__, (predict.__doc__ or "").strip().split("\n")[0]
        if not title or points < 0 or not 0 < full <= 1 or bool(features) != bool(extract):
            raise ValueError(
                f"model {name}: expected a docstring, at least 0 points, 0 < full <= 1, and both or none of "
                "features and extract"
            )
        return ModelCheck(
            predict, name, title, file, cell or name, float(points), data=True, optional=optional,
            shapes=arrays, full=full, features=features, extract=extract,
        )  # fmt: skip

    return declare


def model_row(check: ModelCheck, files: Mapping[str, bytes]) -> Row:
    """Return what a notebook says of a model's file: whether it can be scored, and how good it is so far.

    Parameters
    ----------
    check : ModelCheck
    files : mapping of str to bytes
        The student's modules, by file name.
    """
    file = model_folder() / check.module
    try:
        model = read_model(_content(file), check.module, check.shapes)
    except FileNotFoundError:
        message = f"there is no {check.module} yet: train the model and call save_model({check.module!r}, …)"
        return _row(check, "not_implemented", message)
    except ModelError as error:
        return _row(check, "failed", str(error))
    data = installed()
    if data is None or not model.is_of(data):
        there = data.name if data else "no images"
        message = (
            f"{check.module} was trained on {model.data_name} ({model.data_sha256[:8]}…), and here {there} is"
            " installed: run the training again"
        )
        return _row(check, "failed", message)
    return _row(check, "passed", *_said(check, model, files))


def _row(check: ModelCheck, status: str, *messages: str) -> Row:
    return Row(check.title, check.points, status, messages, extra=check.optional)


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def _said(check: ModelCheck, model: Model, files: Mapping[str, bytes]) -> list[str]:
    count = FEATURES if check.features else VALIDATION
    data = load_cifar10(num_train=0, num_val=count, num_test=0, num_dev=0)
    inputs = data.X_val
    if check.features:
        outcome = run_probe(check.extraction(data.X_val), local_session(files), 0, ())
        found = (outcome.outputs or {}).get("features")
        if not isinstance(found, np.ndarray) or found.ndim != 2 or len(found) != count:
            reason = outcome.message or "no array with a row for each image"
            return [f"readable, but {check.features}.py does not give the features: {reason}"]
        inputs = found
    try:
        accuracy = check.accuracy(model.arrays, inputs, data.y_val)
    except ValueError as error:
        return [f"readable, but it does not fit the features of {check.features}.py: {error}"]
    said = [
        f"right on {accuracy:.1%} of {count:,} validation images; its points depend on others that are not"
        " given out"
    ]
    if data.name == "standin":
        said.append("trained on the stand-in images: it cannot be scored where CIFAR-10 is used")
    return said
