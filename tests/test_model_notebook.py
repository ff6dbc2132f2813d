"""What a notebook's `check` says of a trained model, and that our own models are what they should be."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest
from model_course import COLOURS, make_model_course, model, small_data

from autograder.course import Assignment, Course
from autograder.references import public_expected, read_modules
from autograder.training import our_features, our_model
from toolkit import check, save_model
from toolkit.checks_file import public_part
from toolkit.installation import FOLDER
from toolkit.model_checks import ModelCheck, model_row
from toolkit.module import local_session
from toolkit.notebook import CheckFailed
from toolkit.probe import run_probe
from toolkit.standin import draw
from toolkit.trained_model import read_model

COURSE = Course(Path(__file__).parent.parent)
ASSIGNMENTS = [COURSE.assignment(name) for name in COURSE.assignments_with_checks()]
MODELS = [(a, c) for a in ASSIGNMENTS for c in a.checks().values() if isinstance(c, ModelCheck)]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return small_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory):
    assignment = make_model_course(tmp_path_factory.mktemp("course")).assignment("tiny")
    files = {"checks.py": public_part(assignment.checks_path.read_text()), "colours.py": COLOURS}
    return assignment, files, public_expected(assignment)


@pytest.fixture
def folder(handed_out, data, tmp_path, monkeypatch):
    """A student's copy of the assignment, in which nothing was trained yet."""
    _, files, expected = handed_out
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "expected.npz").write_bytes(expected)
    monkeypatch.setenv(FOLDER, str(data.folder.parent))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def arrays(assignment: Assignment, data, name: str) -> dict[str, np.ndarray]:
    found = assignment.checks()[name]
    assert isinstance(found, ModelCheck)
    return read_model(our_model(assignment, found, data), found.module, found.shapes).arrays


def failed(cell: str) -> str:
    with pytest.raises(CheckFailed) as caught:
        check(cell)
    return re.sub(r"\s+", " ", re.sub(r"\x1b\[\d*m", "", str(caught.value)))


def test_without_a_model_it_is_not_implemented_yet(folder):
    said = failed("best_means")
    assert "not implemented yet" in said
    assert "there is no best_means.npz yet: train the model and call save_model('best_means.npz', …)" in said


def test_a_model_passes_with_its_validation_accuracy(folder, handed_out, data):
    save_model("best_means.npz", **arrays(handed_out[0], data, "best_means"))
    said = re.sub(r"\s+", " ", repr(check("best_means")))
    assert re.search(r"right on \d\d\.\d% of 1,000 validation images; its points depend on others", said)
    assert "trained on the stand-in images" in said


def test_the_points_of_an_optional_model_are_extra(folder, handed_out, data):
    optional = dataclasses.replace(handed_out[0].checks()["best_means"], optional=True)
    for content in (None, b"cut off", our_model(handed_out[0], optional, data)):
        if content:
            (folder / "best_means.npz").write_bytes(content)
        assert model_row(optional, {}).extra


def test_a_model_of_features_is_scored_with_ones_own(folder, handed_out, data):
    save_model("best_features.npz", **arrays(handed_out[0], data, "best_features"))
    right = repr(check("best_features"))
    (folder / "colours.py").write_text(COLOURS.replace("mean(axis=(1, 2))", "mean(axis=(1, 2)) / 255"))
    wrong = repr(check("best_features"))
    accuracies = [float(re.search(r"right on ([\d.]+)%", said)[1]) for said in (right, wrong)]
    assert accuracies[0] > accuracies[1]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("None", "mean_colours returned None"),
        ("1 / 0", "ZeroDivisionError"),
        ("images[:, 0, 0, 0]", "no array with a row for each image"),
        ("images.mean(axis=(1, 2))[:, :2]", "it does not fit the features of colours.py"),
    ],
)
def test_wrong_features_are_said_in_words(folder, handed_out, data, body, said):
    save_model("best_features.npz", **arrays(handed_out[0], data, "best_features"))
    (folder / "colours.py").write_text(COLOURS.replace("np.asarray(images).mean(axis=(1, 2))", body))
    shown = re.sub(r"\s+", " ", repr(check("best_features")))
    assert "best_features: 1 of 1 checks passed" in shown
    if body != "None":
        assert said in shown


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file, data: file.write_bytes(b"cut off"), "best_means.npz: not a readable npz file"),
        (
            lambda file, data: save_model(file.name, means=np.ones((3, 10)), shift=np.ones(3)),
            "best_means.npz: means has the shape (3, 10), expected (10, 3)",
        ),
        (
            lambda file, data: save_model(file.name, means=np.ones((10, 3))),
            "expected exactly data_name, data_sha256, means, shift",
        ),
    ],
)
def test_an_unusable_file_differs(folder, data, change, said):
    change(folder / "best_means.npz", data)
    assert said in failed("best_means")


def test_a_model_of_other_data_has_to_be_trained_again(folder, tmp_path_factory):
    other = small_data(tmp_path_factory.mktemp("other"), seed=2)
    (folder / "best_means.npz").write_bytes(model(other, means=np.ones((10, 3)), shift=np.ones(3)))
    assert "and here standin is installed: run the training again" in failed("best_means")


# --- our own models


@pytest.mark.parametrize(("assignment", "found"), MODELS, ids=[c.name for _, c in MODELS])
def test_the_fast_features_are_those_of_the_reference(assignment, found):
    if not found.features:
        assert found.extract is None
        return
    images = draw(num_train=10, num_test=20).test[0]
    images[0] = 7  # no gradient, no hue
    outcome = run_probe(
        found.extraction(images), local_session(read_modules(assignment.hidden / "reference")), 0
    )
    ours, theirs = our_features(assignment, found, images), outcome.outputs["features"]
    hues = slice(144, None)  # a pixel whose hue is on the border of two bins is in either, by rounding
    np.testing.assert_allclose(ours[:, :144], theirs[:, :144], atol=1e-9)
    np.testing.assert_allclose(ours[:, hues], theirs[:, hues], atol=3 / 32**2)


@pytest.mark.slow
@pytest.mark.parametrize(("assignment", "found"), MODELS, ids=[c.name for _, c in MODELS])
def test_our_models_learn_something_of_the_stand_in(assignment, found, data_installed, monkeypatch):
    """What the reference learned is on images that it has not seen better than chance, and fits its check."""
    from toolkit.data import load_cifar10
    from toolkit.installation import installed

    monkeypatch.setenv(FOLDER, str(data_installed))
    content = our_model(assignment, found, installed())
    images = load_cifar10(num_train=0, num_val=500, num_test=0, num_dev=0)
    inputs = our_features(assignment, found, images.X_val) if found.features else images.X_val
    learned = read_model(content, found.module, found.shapes).arrays
    assert found.accuracy(learned, inputs, images.y_val) > 0.2
