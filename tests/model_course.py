"""The tiny course with two trained models: the mean colour of each class, of images and of features."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from nbformat.v4 import new_code_cell
from tiny_course import graded, make_course, notebook, write_notebook

from autograder.collecting.collect import Submission, digest
from autograder.course import Course
from autograder.references import read_modules
from toolkit.images import CLASSES, Images, Split
from toolkit.installation import Installed, store
from toolkit.trained_model import packed

CHECKS = '''

from toolkit.model_checks import trained_model


def nearest(colours, means):
    distances = ((colours[:, None] - means) ** 2).sum(axis=2)
    return distances.argmin(axis=1)


@trained_model("best_means.npz", points=4, arrays={"means": (10, 3), "shift": (3,)}, full=0.9)
def best_means(model, images):
    """Nearest mean colour"""
    return nearest(images.mean(axis=(1, 2)) - model["shift"], model["means"])


@trained_model(
    "best_features.npz",
    points=2,
    arrays={"means": (10, "F")},
    full=0.9,
    features="colours",
    extract=lambda colours, images: colours.mean_colours(images),
)
def best_features(model, features):
    """Nearest mean feature"""
    return nearest(features, model["means"])
'''

COLOURS = '''\
"""Colours of images."""

import numpy as np


def mean_colours(images):
    """Return the mean colour of each image."""
    ### BEGIN SOLUTION
    return np.asarray(images).mean(axis=(1, 2))
    ### END SOLUTION
'''

TRAINED = '''\
"""Reference: the means of each class."""

import numpy as np


def best_means(data, rng):
    shift = data.X_train.mean(axis=(0, 1, 2))
    return {"means": _means(data) - shift, "shift": shift}


def best_features(data, rng):
    return {"means": _means(data)}


def image_features(images):
    return images.mean(axis=(1, 2))


def _means(data):
    colours = data.X_train.mean(axis=(1, 2))
    return np.array([colours[data.y_train == label].mean(axis=0) for label in range(10)])
'''

MISTAKE = '''\
"""The shift in the file is not the one that was subtracted in training."""

MODULE = "best_means.npz"
CHECK = "best_means"


def spoil(arrays):
    return {**arrays, "shift": 0 * arrays["shift"]}


def mend(arrays, inputs):
    return {**arrays, "shift": inputs.mean(axis=(0, 1, 2))}
'''


def make_model_course(root: Path, config: str = "c = get_config()\n") -> Course:
    """Write the course below `root`, with one mistake in a model and a notebook that checks both."""
    course = make_course(root, config)
    cells = [
        new_code_cell(f'check("{name}")', id=f"c-{name.replace('_', '-')}", metadata=graded(name, points))
        for name, points in (("best_means", 4), ("best_features", 2))
    ]
    complete = notebook()
    complete.cells += cells
    write_notebook(course.source / "tiny" / "tiny.ipynb", complete)
    solution, hidden = course.source / "tiny" / "solution", course.hidden / "tiny"
    (solution / "checks.py").write_text((solution / "checks.py").read_text() + CHECKS)
    (solution / "colours.py").write_text(COLOURS)
    (hidden / "reference" / "colours.py").write_text(COLOURS)
    (hidden / "reference" / "trained_models.py").write_text(TRAINED)
    (hidden / "mistakes" / "shift_forgotten.py").write_text(MISTAKE)
    return course


def small_data(folder: Path, seed: int = 1) -> Installed:
    """Install few noisy images below `folder`, each class around a colour of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    splits = _coloured(2_500, rng), _coloured(1_600, rng)
    return store(Images(*splits, CLASSES, "colours"), folder / "standin")


def _coloured(count: int, rng: np.random.Generator) -> Split:
    labels = (np.arange(count) % 10).astype(np.uint8)
    hues = np.random.default_rng(0).integers(50, 200, (10, 3))
    colours = hues[labels] + rng.normal(0, 25, (count, 3))
    images = colours[:, None, None] + rng.integers(-9, 10, (count, 32, 32, 3))
    return images.clip(0, 255).astype(np.uint8), labels


def handed_in(course: Course, models: dict[str, bytes], **files: str) -> Submission:
    """Return a submission of the solution's modules, some of them replaced, and of models."""
    modules = read_modules(course.assignment("tiny").solution)
    modules |= {f"{name}.py": text.encode() for name, text in files.items()}
    return Submission("ada", modules, {}, (), None, digest(modules | models), models)


def npz(**arrays: Any) -> bytes:
    """Return what `numpy.savez` makes of arrays of any kind."""
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    return stream.getvalue()


def model(data: Installed, **arrays: np.ndarray) -> bytes:
    """Return a sound file of a model of these data."""
    return packed("model.npz", arrays, data)
