"""Transfer, and networks of any depth as files: folding, reading and predicting."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_course import model, npz, small_data
from sides import either_side, sides

from autograder.course import Course
from autograder.references import read_modules
from autograder.training import untrained
from toolkit.deep_model import MOST_LAYERS, deep_labels, deep_shapes, fold_batchnorm
from toolkit.installation import FOLDER
from toolkit.modules import Modules
from toolkit.trained_model import ModelError, read_model

ROOT = Path(__file__).parent.parent
SIDES = sides("training_tricks")
TEXTS = {"data_name": np.array("standin"), "data_sha256": np.array("0" * 64)}
SHAPES = deep_shapes(num_inputs=6, num_classes=3)


def network(rng, *sizes, dtype=np.float32) -> dict[str, np.ndarray]:
    params = {}
    for i in range(1, len(sizes)):
        params[f"W{i}"] = rng.normal(size=sizes[i - 1 : i + 1]).astype(dtype)
        params[f"b{i}"] = rng.normal(size=sizes[i]).astype(dtype)
    return params


@either_side
@given(seed=st.integers(0, 2**32), names=st.sets(st.sampled_from(["W1", "b1", "W2", "b2"])))
@settings(max_examples=25)
def test_frozen_parameters_stay_where_they_are(side, seed, names):
    rng = np.random.default_rng(seed)
    params, grads = network(rng, 4, 3, 2), network(rng, 4, 3, 2)
    before = {name: grad.copy() for name, grad in grads.items()}
    frozen = SIDES[side].load("transfer").freeze(grads, names)
    optim = SIDES[side].load("optim")
    for rule in (optim.sgd_momentum, optim.adam, optim.rmsprop):
        for name in params:
            w, config = params[name], {"learning_rate": 0.1}
            for _ in range(3):
                w, config = rule(w, frozen[name], config)
            assert np.array_equal(w, params[name]) == (name in names)
    for name, grad in grads.items():
        np.testing.assert_array_equal(grad, before[name])


@either_side
def test_a_name_that_is_no_parameter_is_refused(side):
    with pytest.raises(ValueError, match="w1"):
        SIDES[side].load("transfer").freeze(network(np.random.default_rng(0), 4, 3), ["w1"])


@either_side
@pytest.mark.parametrize("depth", [1, 2, 9, 10, 11])
def test_the_head_is_new_and_nothing_else(side, depth):
    rng = np.random.default_rng(depth)
    params = network(rng, *range(3, 4 + depth))
    before = {name: array.copy() for name, array in params.items()}
    replaced = SIDES[side].load("transfer").replace_head(params, 7, rng)
    assert list(replaced) == list(params)
    for name, array in params.items():
        np.testing.assert_array_equal(array, before[name])
        assert not np.shares_memory(array, replaced[name])
        assert replaced[name].dtype == array.dtype
        if not name.endswith(str(depth)) or len(name) != len(f"W{depth}"):
            np.testing.assert_array_equal(replaced[name], array)
    assert replaced[f"W{depth}"].shape == (2 + depth, 7)
    assert not replaced[f"b{depth}"].any() and replaced[f"b{depth}"].shape == (7,)


@either_side
def test_the_weights_of_a_head_are_small(side):
    rng = np.random.default_rng(0)
    W = SIDES[side].load("transfer").replace_head(network(rng, 500, 4), 40, rng)["W1"]
    assert W.std() == pytest.approx(0.01, rel=0.05) and abs(W.mean()) < 5e-4


@given(seed=st.integers(0, 2**32), depth=st.integers(1, 4), scale=st.sampled_from([1.0, 0.125]))
@settings(max_examples=10)
def test_folded_layers_compute_what_the_network_computes(seed, depth, scale):
    rng = np.random.default_rng(seed)
    sizes = [6, *rng.integers(2, 6, depth - 1), 3]
    mean, X = rng.normal(size=6), 3 * rng.normal(size=(40, 6))
    with Modules(read_modules(ROOT / "source" / "training_tricks" / "solution")) as modules:
        net = modules.load("fc_net").FullyConnectedNet(
            sizes[1:-1], 6, 3, normalization="batchnorm", weight_scale=0.5, dtype=np.float64, rng=rng
        )
        net.params = {name: value + 0.1 * rng.normal(size=value.shape) for name, value in net.params.items()}
        for _ in range(3):
            net.loss(scale * (X - mean), rng.integers(3, size=40))
        scores = net.loss(scale * (X - mean))
    arrays = fold_batchnorm(net.params, net.bn_params, scale=scale)
    assert all(array.dtype == np.float32 for array in arrays.values())
    sure = np.diff(np.sort(scores, axis=1)[:, -2:], axis=1)[:, 0] > 1e-3
    labels = deep_labels({**arrays, "mean_image": mean}, X)
    np.testing.assert_array_equal(labels[sure], scores.argmax(axis=1)[sure])


@pytest.mark.parametrize("depth", range(1, MOST_LAYERS + 1))
def test_networks_of_one_to_eight_layers_are_read(depth):
    rng = np.random.default_rng(depth)
    arrays = {**network(rng, 6, *rng.integers(1, 9, depth - 1), 3), "mean_image": np.zeros(6)}
    found = read_model(npz(**arrays, **TEXTS), "best.npz", SHAPES).arrays
    assert found.keys() == arrays.keys()
    X = rng.normal(size=(5, 6))
    np.testing.assert_array_equal(deep_labels(found, X), deep_labels(arrays, X))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"W9": np.zeros((3, 3))}, "expected exactly W1, W2, b1, b2, "),
        (
            {"b2": None},
            "expected exactly W1, W2, b1, b2, data_name, data_sha256, mean_image or one of 7 other",
        ),
        ({"W2": np.zeros((5, 3))}, "W2 has the shape (5, 3), expected (H1, 3)"),
        (
            {"W1": np.zeros((6, 1_025)), "b1": np.zeros(1_025), "W2": np.zeros((1_025, 3))},
            "H1 from 1 to 1,024",
        ),
        ({"b1": np.full(4, np.nan)}, "b1 holds NaN or infinity"),
    ],
)
def test_other_networks_are_refused_in_one_line(change, said):
    arrays = {**network(np.random.default_rng(0), 6, 4, 3), "mean_image": np.zeros(6)} | change
    content = npz(**{name: array for name, array in arrays.items() if array is not None}, **TEXTS)
    with pytest.raises(ModelError, match=r"best\.npz: ") as caught:
        read_model(content, "best.npz", SHAPES)
    assert said in str(caught.value) and "\n" not in str(caught.value) and len(str(caught.value)) < 300


def test_nine_layers_are_refused():
    arrays = {**network(np.random.default_rng(0), 6, *[2] * 8, 3), "mean_image": np.zeros(6)}
    with pytest.raises(ModelError, match="expected exactly"):
        read_model(npz(**arrays, **TEXTS), "best.npz", SHAPES)


@pytest.fixture
def challenge(tmp_path, monkeypatch):
    """The check of the challenge, and a small data set."""
    data = small_data(tmp_path)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    return Course(ROOT).assignment("training_tricks").checks()["best_model"], data


def test_the_challenge_takes_networks_of_any_depth(challenge):
    check, data = challenge
    zeros = untrained({"best_model": check}, data)["best_model.npz"]
    assert sorted(read_model(zeros, check.module, check.shapes).arrays) == ["W1", "b1", "mean_image"]
    rng = np.random.default_rng(0)
    for sizes in ((3072, 10), (3072, 5, 4, 10)):
        arrays = {**network(rng, *sizes), "mean_image": np.full(3072, 128.0)}
        found = read_model(model(data, **arrays), check.module, check.shapes).arrays
        images = rng.integers(256, size=(20, 32, 32, 3)).astype(np.uint8)
        assert 0 <= check.accuracy(found, images, np.arange(20) % 10) <= 1
        np.testing.assert_array_equal(check.probe(found, images), deep_labels(arrays, images.reshape(20, -1)))


def test_the_challenge_is_extra_credit(challenge):
    check, _ = challenge
    assert check.optional and check.points == 4
