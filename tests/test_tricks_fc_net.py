"""The deep net agrees with its definition, and its gradients with the slopes of its loss."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import log_softmax
from sides import either_side, sides

from toolkit.gradient_check import check_gradient

SIDES = sides("training_tricks")


def module(side, name):
    return SIDES[side].load(name)


def agrees(got, expected):
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-8, atol=1e-9)


def normalized(x, gamma, beta, axis):
    mean, var = x.mean(axis=axis, keepdims=True), x.var(axis=axis, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta


def net_of(side, sizes, normalization, rng, **options):
    """Return a network in double precision whose parameters are all random."""
    net = module(side, "fc_net").FullyConnectedNet(
        list(sizes[1:-1]),
        sizes[0],
        sizes[-1],
        normalization=normalization,
        dtype=np.float64,
        rng=rng,
        **options,
    )
    net.params = {name: rng.uniform(0.2, 1, array.shape) for name, array in net.params.items()}
    for name in net.params:
        net.params[name] -= 0 if name.startswith("gamma") else 0.6
    return net


def scores_of(params, X, depth, axis):
    for i in range(1, depth):
        X = X @ params[f"W{i}"] + params[f"b{i}"]
        if axis is not None:
            X = normalized(X, params[f"gamma{i}"], params[f"beta{i}"], axis)
        X = np.maximum(X, 0)
    return X @ params[f"W{depth}"] + params[f"b{depth}"]


deep = pytest.mark.parametrize(
    ("normalization", "axis"), [(None, None), ("batchnorm", 0), ("layernorm", 1)], ids=str
)


@either_side
@deep
@settings(max_examples=8)
@given(seed=st.integers(0, 2**32), hidden=st.lists(st.integers(2, 6), max_size=3))
def test_the_deep_net_agrees_with_its_definition_and_has_the_slopes_of_its_loss(
    side, normalization, axis, seed, hidden
):
    rng, shape = np.random.default_rng(seed), (4, *hidden, 3)
    X, y = rng.normal(size=(8, 4)), rng.integers(3, size=8)
    with SIDES[side]:
        net = net_of(side, shape, normalization, rng, reg=0.3)
        loss, grads = net.loss(X, y)
        weights = [net.params[f"W{i}"] for i in range(1, len(shape))]
        scores = scores_of(net.params, X, len(weights), axis)
        penalty = 0.15 * sum(np.sum(W**2) for W in weights)
        agrees(loss, penalty - log_softmax(scores, axis=1)[range(8), y].mean())
        if normalization != "batchnorm":
            agrees(net.loss(X), scores)
        assert grads.keys() == net.params.keys()
        for name, array in net.params.items():
            report = check_gradient(lambda _: net.loss(X, y)[0], array, grads[name])
            assert report.verdict in ("right", "fine with kinks", "undecided"), (name, report)


@either_side
@deep
def test_with_a_seed_dropout_has_the_slopes_of_its_loss(side, normalization, axis):
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(6, 5)), rng.integers(4, size=6)
    with SIDES[side]:
        net = net_of(side, (5, 9, 8, 4), normalization, rng, dropout_keep_ratio=0.6, seed=1)
        loss, grads = net.loss(X, y)
        assert net.loss(X, y)[0] == loss
        for name, array in net.params.items():
            report = check_gradient(lambda _: net.loss(X, y)[0], array, grads[name])
            assert report.verdict in ("right", "fine with kinks", "undecided"), (name, report)


@either_side
def test_testing_uses_running_statistics_and_drops_nothing(side):
    rng = np.random.default_rng(4)
    X, y = rng.normal(size=(50, 5)), rng.integers(3, size=50)
    with SIDES[side]:
        net = net_of(side, (5, 7, 6, 3), "batchnorm", rng)
        for _ in range(300):
            net.loss(X, y)
        agrees(net.loss(X), scores_of(net.params, X, 3, 0))
        net = net_of(side, (5, 7, 6, 3), None, rng, dropout_keep_ratio=0.3)
        agrees(net.loss(X), scores_of(net.params, X, 3, None))


@either_side
@pytest.mark.parametrize("normalization", [None, "batchnorm", "layernorm"])
def test_parameters_have_their_shapes_and_types(side, normalization):
    options = {"normalization": normalization, "weight_scale": 0.3, "rng": np.random.default_rng(5)}
    net = module(side, "fc_net").FullyConnectedNet([60, 50], 80, 40, **options)
    shape = (80, 60, 50, 40)
    expected = {f"W{i}": pair for i, pair in enumerate(itertools.pairwise(shape), 1)}
    expected |= {f"b{i}": shape[i : i + 1] for i in (1, 2, 3)}
    if normalization:
        expected |= {f"{name}{i}": shape[i : i + 1] for name in ("gamma", "beta") for i in (1, 2)}
    assert {name: array.shape for name, array in net.params.items()} == expected
    for name, array in net.params.items():
        assert array.dtype == np.float32
        if name.startswith("W"):
            assert array.std() == pytest.approx(0.3, rel=0.1)
        else:
            assert np.all(array == name.startswith("gamma"))
