"""Update rules and Newton's step agree with autograd, SciPy and their definitions."""

import math

import numpy as np
import pytest
from autograd.misc import optimizers
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from sides import either_side, sides

SIDES = sides("training_tricks")
RULES = ("sgd", "sgd_momentum", "nesterov_momentum", "adagrad", "rmsprop", "adam", "adadelta")
STEPS = 50


def seeds(test):
    return settings(max_examples=20, deadline=None)(given(seed=st.integers(0, 2**32))(test))


def module(side: str, name: str):
    return SIDES[side].load(name)


def valley(seed: int):
    """Return start and gradient of a function with a curved valley."""
    rng = np.random.default_rng(seed)
    scales, shift = rng.uniform(0.3, 4, 6), rng.normal(size=6)
    return rng.normal(size=6), lambda w, _=None: scales * (w - shift) + 0.3 * np.sin(3 * w)


def walk(rule, start, gradient, config, num_steps=STEPS):
    """Return the places of a walk by an update rule, the start included; the inputs stay as they were."""
    places = [start]
    for _ in range(num_steps):
        w, dw = places[-1].copy(), gradient(places[-1])
        before = dw.copy()
        w, config = rule(w, dw, config)
        assert np.array_equal(dw, before)
        places.append(w)
    return np.array(places)


def autograd_walk(optimizer, start, gradient, **settings):
    """Return the places where autograd's optimizer asks for gradients, and its last one."""
    places = []
    last = optimizer(
        lambda w, step: gradient(w),
        start,
        callback=lambda w, i, g: places.append(w.copy()),
        num_iters=STEPS,
        **settings,
    )
    return np.array([*places, last])


@either_side
@seeds
def test_momentum_agrees_with_autograd_over_fifty_steps(side, seed):
    start, gradient = valley(seed)
    config = {"learning_rate": 0.08 * (1 - 0.7), "momentum": 0.7}  # autograd's velocity is a mean
    got = walk(module(side, "optim").sgd_momentum, start, gradient, config)
    np.testing.assert_allclose(got, autograd_walk(optimizers.sgd, start, gradient, step_size=0.08, mass=0.7))


@either_side
@seeds
def test_rmsprop_agrees_with_autograd_over_fifty_steps(side, seed):
    start, gradient = valley(seed)
    rmsprop, config = module(side, "optim").rmsprop, {"learning_rate": 0.03, "decay_rate": 0.8}
    _, config = rmsprop(start, np.full(6, math.sqrt(1 / (1 - 0.8))), config)  # autograd's mean begins at 1
    expected = autograd_walk(optimizers.rmsprop, start, gradient, step_size=0.03, gamma=0.8)
    np.testing.assert_allclose(walk(rmsprop, start, gradient, config), expected)


@either_side
@seeds
def test_adam_agrees_with_autograd_over_fifty_steps(side, seed):
    start, gradient = valley(seed)
    config = {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}
    expected = autograd_walk(optimizers.adam, start, gradient, step_size=0.05, b1=0.8, b2=0.95, eps=1e-3)
    np.testing.assert_allclose(walk(module(side, "optim").adam, start, gradient, config), expected)


@pytest.mark.parametrize("rule", RULES)
@given(seed=st.integers(0, 2**32), shape=st.lists(st.integers(1, 4), max_size=3))
def test_both_sides_take_the_same_steps(rule, seed, shape):
    rng = np.random.default_rng(seed)
    w, gradients = rng.normal(size=shape), rng.normal(size=(8, *shape))
    settings = {
        "learning_rate": rng.uniform(0.01, 1),
        "momentum": rng.uniform(0, 1),
        "decay_rate": rng.uniform(0.1, 1),
        "beta1": rng.uniform(0, 0.95),
        "beta2": rng.uniform(0.1, 0.999),
        "epsilon": 10 ** rng.uniform(-8, 0),
    }
    places = {}
    for side in SIDES:
        remaining = iter(gradients)
        step = getattr(module(side, "optim"), rule)
        places[side] = walk(step, w, lambda _, left=remaining: next(left), dict(settings), 8)
    np.testing.assert_allclose(places["solution"], places["reference"], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("rule", RULES)
@either_side
def test_settings_have_the_documented_defaults(side, rule):
    defaults = {
        "sgd": {"learning_rate": 1e-2},
        "sgd_momentum": {"learning_rate": 1e-2, "momentum": 0.9},
        "nesterov_momentum": {"learning_rate": 1e-2, "momentum": 0.9},
        "adagrad": {"learning_rate": 1e-2, "epsilon": 1e-8},
        "rmsprop": {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8},
        "adam": {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        "adadelta": {"learning_rate": 1.0, "decay_rate": 0.95, "epsilon": 1e-6},
    }
    start, gradient = valley(1)
    step = getattr(module(side, "optim"), rule)
    expected = walk(step, start, gradient, defaults[rule], 5)
    np.testing.assert_array_equal(walk(step, start, gradient, None, 5), expected)


@either_side
@given(seed=st.integers(0, 2**32), mu=st.floats(0, 0.99), rate=st.floats(0.01, 0.2))
def test_nesterov_looks_ahead(side, seed, mu, rate):
    """The gradient is that of the place ahead, x + mu v, which is what w stands for."""
    start, gradient = valley(seed)
    nesterov = module(side, "optim").nesterov_momentum
    ahead = walk(nesterov, start, gradient, {"learning_rate": rate, "momentum": mu}, 6)
    x, v = start, np.zeros(6)
    for place in ahead:
        np.testing.assert_allclose(x + mu * v, place, rtol=1e-9, atol=1e-9)
        v = mu * v - rate * gradient(x + mu * v)
        x = x + v


@either_side
@seeds
def test_momentum_as_a_sum_of_gradients_has_the_same_places(side, seed):
    start, gradient = valley(seed)
    got = walk(module(side, "optim").sgd_momentum, start, gradient, {"learning_rate": 0.1, "momentum": 0.6})
    w, summed = start, 0.0
    for place in got[1:]:
        summed = 0.6 * summed + gradient(w)
        w = w - 0.1 * summed
        np.testing.assert_allclose(place, w)


@either_side
@given(seed=st.integers(0, 2**32), D=st.integers(1, 6))
def test_one_newton_step_finds_where_a_quadratic_is_flat(side, seed, D):
    rng = np.random.default_rng(seed)
    roots, w, b = rng.normal(size=(D, D)), rng.normal(size=D), rng.normal(size=D)
    hessian = roots @ roots.T + np.eye(D)
    got = module(side, "newton").newton_step(w, hessian @ w - b, hessian)
    found = minimize(lambda x: x @ hessian @ x / 2 - b @ x, w, jac=lambda x: hessian @ x - b, tol=1e-9)
    np.testing.assert_allclose(got, found.x, atol=1e-5)
    np.testing.assert_allclose(hessian @ got, b, atol=1e-9)
