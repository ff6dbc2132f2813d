"""`check_layer` passes right layers, finds wrong ones, and refuses what cannot be checked, on both sides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sides import either_side, sides

from toolkit.gradient_check import check_gradient

SIDES = sides("training_tricks")
LAYERS = SIDES["solution"].load("layers")
seeds = given(seed=st.integers(0, 2**32))
few = settings(max_examples=25)


def module(side, name):
    return SIDES[side].load(name)


def affine_inputs(rng, N=5, D=4, M=3):
    return {"x": rng.normal(size=(N, D)), "w": rng.normal(size=(D, M)), "b": rng.normal(size=M)}


def checked(side, forward, backward, inputs, dout, **options):
    options.setdefault("rng", np.random.default_rng(0))
    return module(side, "gradient_checking").check_layer(forward, backward, inputs, dout, **options)


@either_side
@few
@seeds
def test_right_layers_pass_also_where_a_step_crosses_a_kink(side, seed):
    rng = np.random.default_rng(seed)
    inputs, dout = affine_inputs(rng), rng.normal(size=(5, 3))
    near = int(rng.integers(5))  # moves a score of this example to within a step of the ReLU's kink
    scores = inputs["x"] @ inputs["w"] + inputs["b"]
    inputs["b"][1] += rng.uniform(-5e-6, 5e-6) - scores[near, 1]
    before = {name: value.copy() for name, value in inputs.items()}
    errors = checked(side, LAYERS.affine_relu_forward, LAYERS.affine_relu_backward, inputs, dout)
    assert list(errors) == ["x", "w", "b"]
    assert all(error < 1e-6 or np.isnan(error) for error in errors.values()), errors
    assert all(np.array_equal(inputs[name], before[name]) for name in inputs)


@either_side
@pytest.mark.parametrize("place", range(3))
@few
@seeds
def test_a_wrong_gradient_is_found_where_it_is(side, place, seed):
    rng = np.random.default_rng(seed)

    def backward(dout, cache):
        gradients = list(LAYERS.affine_backward(dout, cache))
        gradients[place] = 2 * gradients[place]
        return tuple(gradients)

    errors = checked(
        side, LAYERS.affine_forward, backward, affine_inputs(rng), rng.normal(size=(5, 3)), num_checks=6
    )
    expected = [0.5 if i == place else 0.0 for i in range(3)]
    np.testing.assert_allclose(list(errors.values()), expected, atol=1e-6)


@few
@seeds
def test_errors_of_all_entries_are_those_of_the_toolkit(seed):
    rng = np.random.default_rng(seed)
    inputs, dout, slip = affine_inputs(rng), rng.normal(size=(5, 3)), 1e-3 * rng.normal(size=(4, 3))

    def backward(dout, cache):
        dx, dw, db = LAYERS.affine_backward(dout, cache)
        return dx, dw + slip, db

    _, dw, _ = backward(dout, tuple(inputs.values()))
    report = check_gradient(
        lambda w: np.sum(dout * (inputs["x"] @ w + inputs["b"])), inputs["w"].copy(), dw, h=1e-4
    )
    for side in SIDES:
        errors = checked(side, LAYERS.affine_forward, backward, inputs, dout, h=1e-4, num_checks=99)
        assert errors["w"] == pytest.approx(report.error, rel=1e-4)


@either_side
def test_an_only_input_has_its_gradient_without_a_tuple(side):
    x, dout = np.random.default_rng(0).normal(size=(2, 3, 4))
    assert checked(side, LAYERS.relu_forward, LAYERS.relu_backward, {"x": x}, dout)["x"] < 1e-7


@either_side
def test_few_entries_take_few_calls(side):
    calls = []

    def forward(x):
        calls.append(x)
        return 3 * x, None

    x = np.ones((50, 40))
    checked(side, forward, lambda dout, cache: 3 * dout, {"x": x}, x, num_checks=7)
    assert len(calls) < 40
    assert len({tuple(np.flatnonzero(x != 1)) for x in calls}) == 8  # seven entries, and none moved


@either_side
@pytest.mark.parametrize("what", ["input", "output", "random", "shape"])
def test_what_cannot_be_checked_is_refused(side, what):
    rng = np.random.default_rng(0)
    inputs, draws = affine_inputs(rng), np.random.default_rng(1)
    if what == "input":
        inputs["b"] = inputs["b"].astype(np.float32)

    def forward(x, w, b):
        out = x @ w + b
        if what == "random":
            out = out * (draws.random(out.shape) < 0.5)
        return out.astype(np.float32) if what == "output" else out, (x, w, b)

    def backward(dout, cache):
        dx, dw, db = LAYERS.affine_backward(dout, cache)
        return dx, dw, db[np.newaxis] if what == "shape" else db

    with pytest.raises(ValueError, match=r"\w+"):
        checked(side, forward, backward, inputs, rng.normal(size=(5, 3)))
