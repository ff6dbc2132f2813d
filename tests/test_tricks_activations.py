"""Activations, preprocessing and initialization agree with SciPy, automatic derivatives and definitions."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit
from sides import either_side, sides

from autograder import attempts
from autograder.collecting.collect import Submission
from autograder.course import Course
from autograder.grade import Grader
from autograder.references import read_modules
from autograder.seeds import Seeds

ROOT = Path(__file__).parent.parent
SIDES = sides("training_tricks")
seeds = given(seed=st.integers(0, 2**32))
SCALE, ALPHA = 1.0507009873554805, 1.6732632423543772


def module(side: str, name: str) -> ModuleType:
    return SIDES[side].load(name)


def agrees(got, expected, scale: float = 1.0) -> None:
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9 * max(scale, 1.0))


def elu(x, alpha=1.0, scale=1.0):
    return scale * anp.where(x > 0, x, alpha * (anp.exp(anp.minimum(x, 0)) - 1))


CASES: dict[str, tuple[str, dict[str, float], Callable]] = {
    "sigmoid": ("sigmoid", {}, lambda x: 1 / (1 + anp.exp(-x))),
    "tanh": ("tanh", {}, anp.tanh),
    "relu": ("relu", {}, lambda x: anp.maximum(x, 0)),
    "leaky ReLU": ("leaky_relu", {}, lambda x: anp.where(x > 0, x, 0.01 * x)),
    "leakier ReLU": ("leaky_relu", {"slope": 0.2}, lambda x: anp.where(x > 0, x, 0.2 * x)),
    "ELU": ("elu", {}, elu),
    "ELU with alpha": ("elu", {"alpha": 0.6}, lambda x: elu(x, 0.6)),
    "SELU": ("selu", {}, lambda x: elu(x, ALPHA, SCALE)),
}


@either_side
@pytest.mark.parametrize("case", CASES)
@seeds
def test_activations_have_the_values_and_slopes_of_their_formulas(side, case, seed):
    name, options, formula = CASES[case]
    x, dout = np.random.default_rng(seed).normal(0, 3, (2, 3, 2, 4))
    before, activations = (x.copy(), dout.copy()), module(side, "activations")
    out, cache = getattr(activations, f"{name}_forward")(x, **options)
    agrees(out, formula(x))
    agrees(getattr(activations, f"{name}_backward")(dout, cache), dout * elementwise_grad(formula)(x))
    assert np.array_equal(before, (x, dout))


LIMITS = {
    "sigmoid": ((0, 1), (0, 0)),
    "tanh": ((-1, 1), (0, 0)),
    "relu": ((0, 1e3), (0, 1)),
    "leaky_relu": ((-10, 1e3), (0.01, 1)),
    "elu": ((-1, 1e3), (0, 1)),
    "selu": ((-SCALE * ALPHA, SCALE * 1e3), (0, SCALE)),
}


@either_side
@pytest.mark.parametrize("name", LIMITS)
def test_activations_are_stable(side, name):
    values, slopes = LIMITS[name]
    out, cache = getattr(module(side, "activations"), f"{name}_forward")(np.array([-1e3, 1e3]))
    agrees(out, values)
    agrees(getattr(module(side, "activations"), f"{name}_backward")(np.ones(2), cache), slopes)


@either_side
@given(x=st.floats(-1e3, 1e3))
def test_sigmoid_and_tanh_are_one_function(side, x):
    activations = module(side, "activations")
    sigmoid, tanh = (
        f(np.array([v]))[0] for f, v in ((activations.sigmoid_forward, 2 * x), (activations.tanh_forward, x))
    )
    agrees(sigmoid, expit([2 * x]))
    agrees(tanh, 2 * sigmoid - 1)


@either_side
@settings(max_examples=30)
@given(seed=st.integers(0, 2**32), N=st.integers(1, 6), D=st.integers(1, 5), H=st.integers(1, 4))
def test_learned_activations_have_the_gradients_of_their_formulas(side, seed, N, D, H):
    rng, learned = np.random.default_rng(seed), module(side, "learned_activations")
    x, alpha = rng.normal(size=(N, D)), rng.normal(size=D)
    pieces = [rng.normal(size=shape) for shape in ((D, H), (H,), (D, H), (H,))]

    def maxout(x, w1, b1, w2, b2):
        return anp.maximum(anp.dot(x, w1) + b1, anp.dot(x, w2) + b2)

    for name, formula, arguments in (
        ("prelu", lambda x, alpha: anp.where(x > 0, x, alpha * x), (x, alpha)),
        ("maxout", maxout, (x, *pieces)),
    ):
        out, cache = getattr(learned, f"{name}_forward")(*arguments)
        dout = rng.normal(size=out.shape)
        agrees(out, formula(*arguments))
        gradients = getattr(learned, f"{name}_backward")(dout, cache)
        for i, gradient in enumerate(gradients):
            scalar = grad(lambda *a, f=formula, dout=dout: anp.sum(dout * f(*a)), i)
            agrees(gradient, scalar(*arguments), 10)


def rows(seed: int, N: int, D: int) -> list[np.ndarray]:
    """Return training rows, whose principal variances are clearly different, and two further sets of rows."""
    rng = np.random.default_rng(seed)
    turn = np.linalg.qr(rng.normal(size=(D, D)))[0]
    return [
        rng.normal(size=D) + rng.normal(size=(count, D)) * 2.0 ** np.arange(D) @ turn for count in (N, 7, 1)
    ]


many = given(seed=st.integers(0, 2**32), N=st.integers(20, 40), D=st.integers(1, 6))


@either_side
@many
def test_training_data_get_mean_zero_and_others_the_same_shift_and_scale(side, seed, N, D):
    data, preprocessing = rows(seed, N, D), module(side, "preprocessing")
    before = [X.copy() for X in data]
    centred, standardized = preprocessing.zero_center(*data), preprocessing.standardize(*data)
    assert isinstance(centred, tuple)
    agrees(centred[0].mean(axis=0), np.zeros(D), 10)
    agrees(standardized[0].mean(axis=0), np.zeros(D))
    agrees(standardized[0].std(axis=0), np.ones(D))
    for X, shifted, scaled in zip(data, centred, standardized, strict=True):
        agrees(shifted, X - np.mean(data[0], axis=0), 100)
        agrees(scaled, (X - np.mean(data[0], axis=0)) / np.std(data[0], axis=0), 100)
    assert all(map(np.array_equal, data, before))


@either_side
def test_constant_features_and_bytes_are_no_trouble(side):
    preprocessing = module(side, "preprocessing")
    train, test = np.array([[1, 7], [3, 7]], np.uint8), np.array([[0, 9]], np.uint8)
    agrees(preprocessing.zero_center(train, test)[1], [[-2.0, 2.0]])
    agrees(np.vstack(preprocessing.standardize(train, test)), [[-1.0, 0.0], [1.0, 0.0], [-2.0, 2.0]])


@either_side
@many
def test_principal_coordinates_are_uncorrelated_and_have_the_largest_variances(side, seed, N, D):
    data, preprocessing = rows(seed, N, D), module(side, "preprocessing")
    variances = np.linalg.svd(data[0] - data[0].mean(axis=0), compute_uv=False) ** 2 / N
    for k in range(1, D + 1):
        train, *others = preprocessing.pca(*data, k=k)
        agrees(train.T @ train / N, np.diag(variances[:k]), variances[0])
        assert [len(X) for X in others] == [7, 1]
    both = np.vstack([train, *others])  # k = D: a rotation, which keeps all distances
    same = np.vstack(data) - data[0].mean(axis=0)
    agrees(both @ both.T, same @ same.T, 1e4)


@either_side
@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), N=st.integers(5, 40), D=st.integers(1, 4), eps=st.floats(1e-5, 1))
def test_whitened_data_have_almost_the_identity_as_covariance(side, seed, N, D, eps):
    data, preprocessing = rows(seed, N, D), module(side, "preprocessing")
    white, turned = preprocessing.whiten(*data, eps=eps), preprocessing.pca(*data, k=D)
    variances = (turned[0] ** 2).mean(axis=0)
    agrees(white[0].T @ white[0] / N, np.diag(variances / (variances + eps)), 100)
    for X, coordinates in zip(white, turned, strict=True):
        agrees(np.abs(X), np.abs(coordinates) / np.sqrt(variances + eps), 100)


DEVIATIONS = {
    "zero": 0,
    "small": 0.01,
    "large": 1,
    "xavier": 60**-0.5,
    "glorot": 30**-0.5 / 2,
    "he": 30**-0.5,
}


@either_side
@pytest.mark.parametrize("kind", DEVIATIONS)
@settings(max_examples=20)
@seeds
def test_weights_have_mean_zero_and_the_deviation_of_their_kind(side, kind, seed):
    W = module(side, "initialization").initialize(kind, 60, 180, np.random.default_rng(seed))
    assert W.shape == (60, 180)
    assert W.std() == pytest.approx(DEVIATIONS[kind], rel=0.05)
    assert abs(W.mean()) <= 0.07 * DEVIATIONS[kind]


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kind is 'xaviar', expected one of zero, small, large"):
        module("solution", "initialization").initialize("xaviar", 3, 4, np.random.default_rng(0))


@either_side
@settings(max_examples=20)
@given(seed=st.integers(0, 2**32), num_inputs=st.integers(1, 50))
def test_sparse_weights_connect_each_unit_to_so_many_inputs(side, seed, num_inputs):
    sparse = module(side, "initialization").sparse_initialize
    W = sparse(50, 2_000, np.random.default_rng(seed), num_inputs=num_inputs)
    assert np.array_equal((W != 0).sum(axis=0), np.full(2_000, num_inputs))
    assert W[W != 0].std() == pytest.approx(num_inputs**-0.5, rel=0.15)
    assert (W != 0).sum(axis=1).min() > 0.4 * 2_000 * num_inputs / 50 - 20


VARIANTS = {
    "the textbook sigmoid": (
        "activations",
        "out = np.where(x >= 0, 1.0, small) / (1.0 + small)",
        "out = 1 / (1 + np.exp(-x))",
    ),
    "exponentials that overflow unused": (
        "activations",
        "negative = alpha * np.expm1(np.minimum(x, 0))",
        "negative = alpha * (np.exp(x) - 1)",
    ),
    "a ReLU by multiplication": ("activations", "np.maximum(x, 0), x", "x * (x > 0), x"),
    "rounded constants": (
        "activations",
        "return dout * SELU_SCALE",
        "return dout * 1.0507009873554804934193",
    ),
    "a small number instead of a test for zero": (
        "preprocessing",
        "scale = np.where(deviation > 0, deviation, 1)",
        "scale = deviation + 1e-10",
    ),
    "singular values": (
        "preprocessing",
        "directions = vectors[:, ::-1][:, :k]",
        "directions = np.linalg.svd(centred.T @ centred / len(train))[0][:, :k]",
    ),
    "directions that point the other way": (
        "preprocessing",
        "directions = vectors[:, ::-1][:, :k]",
        "directions = -vectors[:, ::-1][:, :k]",
    ),
    "uniform weights of the same variance": (
        "initialization",
        "rng.standard_normal((fan_in, fan_out))",
        "rng.uniform(-np.sqrt(3), np.sqrt(3), (fan_in, fan_out))",
    ),
    "NumPy's global generator": (
        "initialization",
        "rng.standard_normal((fan_in, fan_out))",
        "np.random.randn(fan_in, fan_out)",
    ),
}


@pytest.fixture(scope="module")
def grader(data_installed):
    """A grader whose checks may take as long as a busy machine makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attempts, "SHORTEST", 60.0)
        with Grader(Course(ROOT).assignment("training_tricks"), Seeds(b"secret of the tests")) as grader:
            yield grader


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_answers_that_are_right_though_different_earn_all(grader, variant):
    name, usual, other = VARIANTS[variant]
    files = read_modules(grader.assignment.solution)
    source = files[f"{name}.py"].decode()
    assert usual in source
    files[f"{name}.py"] = source.replace(usual, other).encode()
    own = {check.name for check in grader.assignment.checks().values() if check.module == name}
    result = grader.grade(Submission("ada", files, {}, (), None, "digest"), own)
    assert len(result.checks) == len(own) > 1
    assert [check.name for check in result.checks if check.score < check.points] == []
