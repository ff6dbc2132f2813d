"""Normalization, dropout and penalties agree with autograd and with their definitions."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from sides import either_side, sides

SIDES = sides("training_tricks")
numbers = st.integers(0, 2**32)
sizes = given(seed=numbers, N=st.integers(2, 7), D=st.integers(2, 6))
few = settings(max_examples=25)


def module(side, name):
    return SIDES[side].load(name)


def agrees(got, expected):
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-8, atol=1e-9)


def inputs(seed, N, D):
    rng = np.random.default_rng(seed)
    x = 0.1 * rng.normal(size=(N, D)) + rng.normal(size=D)
    return x, rng.uniform(0.5, 2, D), rng.normal(size=D), rng.normal(size=(N, D))


def normalized(x, gamma, beta, axis, eps):
    centred = x - anp.mean(x, axis=axis, keepdims=True)
    return gamma * centred / anp.sqrt(anp.mean(centred**2, axis=axis, keepdims=True) + eps) + beta


@either_side
@pytest.mark.parametrize(
    ("kind", "backward", "axis"),
    [("batchnorm", "backward", 0), ("batchnorm", "backward_alt", 0), ("layernorm", "backward", 1)],
)
@few
@sizes
def test_normalization_and_its_gradients_agree_with_autograd(side, kind, backward, axis, seed, N, D):
    *arguments, dout = inputs(seed, N, D)
    functions = module(side, "normalization")
    forward = getattr(functions, f"{kind}_forward")
    out, cache = forward(*arguments, {"mode": "train", "eps": 1e-3})
    agrees(out, normalized(*arguments, axis, 1e-3))
    for i, got in enumerate(getattr(functions, f"{kind}_{backward}")(dout, cache)):
        agrees(got, grad(lambda *a: anp.sum(dout * normalized(*a, axis, 1e-3)), i)(*arguments))


@either_side
@few
@sizes
def test_running_statistics_are_weighted_means_and_used_at_test_time(side, seed, N, D):
    forward = module(side, "normalization").batchnorm_forward
    batches = [inputs(seed + i, N, D)[0] for i in range(3)]
    _, gamma, beta, _ = inputs(seed, N, D)
    param = {"mode": "train", "momentum": 0.7, "eps": 1e-3}
    for x in batches:
        forward(x, gamma, beta, param)
    weights = [0.3 * 0.49, 0.3 * 0.7, 0.3]
    mean = sum(w * x.mean(axis=0) for w, x in zip(weights, batches, strict=True))
    var = sum(w * np.var(x, axis=0) for w, x in zip(weights, batches, strict=True))
    agrees(param["running_mean"], mean)
    agrees(param["running_var"], var)
    out, _ = forward(batches[0], gamma, beta, {**param, "mode": "test"})
    agrees(out, gamma * (batches[0] - mean) / np.sqrt(var + 1e-3) + beta)


def test_single_precision_stays_single():
    x, gamma, beta, dout = (array.astype(np.float32) for array in inputs(0, 6, 4))
    functions = module("solution", "normalization")
    for kind in ("batchnorm", "layernorm"):
        out, cache = getattr(functions, f"{kind}_forward")(x, gamma, beta, {"mode": "train"})
        gradients = getattr(functions, f"{kind}_backward")(dout, cache)
        assert {out.dtype, *(array.dtype for array in gradients)} == {np.dtype(np.float32)}
    assert module("solution", "dropout").dropout_forward(x, {"mode": "train", "p": 0.5})[0].dtype == "float32"


def test_an_unknown_mode_and_an_unknown_penalty_are_refused():
    x, gamma, beta, _ = inputs(0, 3, 2)
    with pytest.raises(ValueError, match="training"):
        module("solution", "normalization").batchnorm_forward(x, gamma, beta, {"mode": "training"})
    with pytest.raises(ValueError, match="l3"):
        module("solution", "penalties").penalty("l3", x)


@either_side
@few
@given(seed=numbers, p=st.floats(0.2, 0.9))
def test_dropout_keeps_the_share_p_and_divides_by_it(side, seed, p):
    rng, dropout = np.random.default_rng(seed), module(side, "dropout")
    x, dout = rng.uniform(1, 2, (2, 30, 40))
    out, cache = dropout.dropout_forward(x, {"mode": "train", "p": p}, rng=rng)
    kept = out != 0
    agrees(out, np.where(kept, x / p, 0))
    agrees(dropout.dropout_backward(dout, cache), np.where(kept, dout / p, 0))
    assert binomtest(int(kept.sum()), kept.size, p).pvalue > 1e-9
    out, cache = dropout.dropout_forward(x, {"mode": "test", "p": p}, rng=rng)
    assert np.array_equal(out, x)
    assert np.array_equal(dropout.dropout_backward(dout, cache), dout)


@either_side
def test_a_seed_fixes_the_mask_of_dropout_and_dropconnect(side):
    x = np.ones((20, 30))
    dropout, connect = (
        module(side, "dropout").dropout_forward,
        module(side, "dropconnect").dropconnect_forward,
    )
    calls = (lambda param: dropout(x, param)[0], lambda param: connect(np.eye(20), x, np.zeros(30), param)[0])
    for call in calls:
        same, again, other = (call({"mode": "train", "p": 0.5, "seed": seed}) for seed in (1, 1, 2))
        assert np.array_equal(same, again)
        assert not np.array_equal(same, other)
        assert not np.array_equal(call({"mode": "train", "p": 0.5}), call({"mode": "train", "p": 0.5}))


@either_side
@few
@given(seed=numbers, N=st.integers(1, 5), D=st.integers(1, 5), M=st.integers(1, 5))
def test_dropconnect_has_the_gradients_of_the_weights_it_keeps(side, seed, N, D, M):
    rng, connect = np.random.default_rng(seed), module(side, "dropconnect")
    x, w, b, dout = (rng.normal(size=shape) for shape in ((N, D), (D, M), (M,), (N, M)))
    out, cache = connect.dropconnect_forward(x, w, b, {"mode": "train", "p": 0.6}, rng=rng)
    mask = cache[2]
    assert set(np.unique(mask)) <= {0, 1 / 0.6}
    agrees(out, x @ (w * mask) + b)

    def total(x, w, b):
        return anp.sum(dout * (anp.dot(x, w * mask) + b))

    for i, got in enumerate(connect.dropconnect_backward(dout, cache)):
        agrees(got, grad(total, i)(x, w, b))
    agrees(connect.dropconnect_forward(x, w, b, {"mode": "test", "p": 0.6})[0], x @ w + b)


PENALTIES = {
    "l2": lambda W: anp.sum(W**2),
    "l1": lambda W: anp.sum(anp.abs(W)),
    "elastic_net": lambda W: 0.3 * anp.sum(anp.abs(W)) + 0.7 * anp.sum(W**2),
}


@either_side
@pytest.mark.parametrize("kind", PENALTIES)
@sizes
def test_penalties_agree_with_autograd(side, kind, seed, N, D):
    W = np.random.default_rng(seed).normal(size=(N, D))
    value, gradient = module(side, "penalties").penalty(kind, W, ratio=0.3)
    agrees(value, PENALTIES[kind](W))
    agrees(gradient, grad(PENALTIES[kind])(W))


@either_side
@given(seed=numbers, D=st.integers(1, 5), H=st.integers(1, 6), limit=st.floats(0.1, 3))
def test_projected_columns_are_the_nearest_of_limited_norm(side, seed, D, H, limit):
    W = np.random.default_rng(seed).normal(size=(D, H)) * ([0] + [1] * (H - 1))
    before = W.copy()
    projected = module(side, "penalties").max_norm_project(W, limit)
    assert np.array_equal(W, before)
    for column, got in zip(W.T, projected.T, strict=True):
        length = np.linalg.norm(column)
        agrees(got, column if length <= limit else column / length * limit)
