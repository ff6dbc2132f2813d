"""The gradient check passes right gradients, catches wrong ones, and does not blame a kink."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from toolkit.gradient_check import check_gradient
from toolkit.gradient_report import GradientReport

Function = Callable[[np.ndarray], float]

SMOOTH: dict[str, tuple[Function, Function]] = {
    "linear": (lambda x: float(3 * x.sum()), lambda x: np.full_like(x, 3)),
    "quadratic": (lambda x: float((x * x).sum()), lambda x: 2 * x),
    "cubic": (lambda x: float((x**3).sum()), lambda x: 3 * x * x),
    "log-sum-exp": (lambda x: float(np.log(np.exp(x).sum())), lambda x: np.exp(x) / np.exp(x).sum()),
    "sine": (lambda x: float(np.sin(x).sum()), np.cos),
}
shapes = hnp.array_shapes(min_dims=0, max_dims=3, max_side=4)
points = hnp.arrays(np.float64, shapes, elements=st.floats(-4, 4))
smooth = st.sampled_from(sorted(SMOOTH))


def two_layers(rng: np.random.Generator, width: int = 30) -> tuple[Function, np.ndarray, np.ndarray]:
    """A ReLU network's loss as a function of its first weights, a point, and the gradient there."""
    X, W = rng.standard_normal((40, 50)), rng.standard_normal((50, width))
    out = rng.standard_normal(width)
    hidden = X @ W  # (40, width)
    return lambda W: float((np.maximum(X @ W, 0) @ out).sum()), W, X.T @ ((hidden > 0) * out)


@given(points, smooth, st.integers(0, 3))
def test_right_gradient_is_right(x: np.ndarray, name: str, directions: int) -> None:
    f, gradient = SMOOTH[name]
    assume(np.abs(gradient(x)).max() > 0.1)  # beside a smaller one, O(h²) and rounding are not small
    report = check_gradient(f, x, gradient(x), directions=directions)
    assert report.verdict == "right"
    assert report.kinks == 0
    assert report.compared == (directions or x.size)


@given(points.filter(lambda x: np.abs(x).max(initial=0) > 0.1), st.floats(1.05, 3))
def test_wrong_factor_is_wrong(x: np.ndarray, factor: float) -> None:
    report = check_gradient(lambda x: float((x * x).sum()), x, 2 * x * factor)
    assert report.verdict == "wrong"
    assert report.error == pytest.approx(1 - 1 / factor, rel=1e-5)


@pytest.mark.parametrize("directions", [0, 10])
@pytest.mark.parametrize(
    "mistake",
    [
        lambda X, W, g: g / 2,
        lambda X, W, g: np.zeros_like(g),
        lambda X, W, g: g.T,
        lambda X, W, g: -g,
        lambda X, W, g: g - 0.3 * 2 * W,
        lambda X, W, g: g + np.eye(len(g)) * np.abs(g).max() / 20,
    ],
    ids=["half", "zero", "transposed", "negative", "without regularization", "diagonal"],
)
def test_mistake_is_wrong(mistake: Callable[..., np.ndarray], directions: int) -> None:
    rng = np.random.default_rng(0)
    X, W = rng.standard_normal((2, 6, 6))

    def f(W: np.ndarray) -> float:
        return float(np.tanh(X @ W).sum() + 0.3 * (W * W).sum())

    right = X.T @ (1 - np.tanh(X @ W) ** 2) + 2 * 0.3 * W
    assert check_gradient(f, W, right, directions=directions).verdict == "right"
    assert check_gradient(f, W, mistake(X, W, right), directions=directions).verdict == "wrong"


def test_one_wrong_entry_is_found_and_named() -> None:
    x = np.arange(1.0, 13).reshape(3, 4)
    gradient = 2 * x
    gradient[1, 2] += 1
    report = check_gradient(lambda x: float((x * x).sum()), x, gradient)
    assert report.where == (1, 2)
    assert report.numeric == pytest.approx(14)
    assert report.analytic == pytest.approx(15)
    assert report.error == pytest.approx(1 / 24)
    text = str(report)
    assert text.startswith("wrong: relative error 4.2e-02 over 12 entries")
    assert "index (1, 2): numeric 14, analytic 15" in text


@given(
    hnp.arrays(np.float64, 6, elements=st.sampled_from([-1.0, 0.0, 0.5, 2.0])), st.sampled_from([0.0, 1.0])
)
def test_hinge_at_its_kink_is_left_out(x: np.ndarray, at_zero: float) -> None:
    gradient = np.where(x == 0, at_zero, (x > 0) * 1.0)
    report = check_gradient(lambda x: float(np.maximum(x, 0).sum()), x, gradient)
    assert report.kinks == (x == 0).sum()
    assert report.compared == 6 - report.kinks
    assert report.verdict == ("right" if report.compared else "undecided")
    assert str(report).startswith(report.verdict)


@given(st.floats(-0.95, 0.95), st.floats(0.5, 3))
def test_kink_within_the_step_is_left_out(offset: float, slope: float) -> None:
    x = np.array([offset * 1e-5, 1.0])
    gradient = np.array([slope * (offset > 0) + 1, 1])
    report = check_gradient(lambda x: float(slope * max(x[0], 0) + x.sum()), x, gradient)
    assert report.verdict == "right"
    assert report.kinks == 1


def test_kink_does_not_excuse_a_larger_error() -> None:
    x = np.array([0.0, 1.0])
    report = check_gradient(lambda x: float(np.maximum(x, 0).sum()), x, np.array([5.0, 1.0]))
    assert report.verdict == "wrong"
    assert report.where == (0,)


def test_curvature_is_not_taken_for_a_kink() -> None:
    x = np.full(3, 1e-6)
    report = check_gradient(lambda x: float((x * x).sum()), x, np.zeros(3))
    assert report.kinks == 0
    assert report.verdict == "wrong"


def test_rounding_is_not_taken_for_a_kink() -> None:
    x = np.random.default_rng(0).standard_normal(20)
    report = check_gradient(lambda x: float(1e3 + x.sum()), x, np.full(20, 1 + 3e-7))
    assert report.kinks == 0
    assert report.verdict == "fine with kinks"
    assert "too high" in str(report)


@pytest.mark.parametrize("seed", range(5))
def test_network_with_kinks_is_fine_in_both_forms(seed: int) -> None:
    f, W, gradient = two_layers(np.random.default_rng(seed))
    for directions in (0, 10):
        assert check_gradient(f, W, gradient, directions=directions).error < 1e-6
        assert check_gradient(f, W, 1.03 * gradient, directions=directions).verdict == "wrong"


def test_large_array_is_compared_along_a_few_directions() -> None:
    f, W, gradient = two_layers(np.random.default_rng(0))
    calls = []
    report = check_gradient(lambda W: calls.append(0) or f(W), W, gradient)
    assert report.where is None
    assert report.compared + report.kinks == 10
    assert len(calls) < 60
    assert "random directions" in str(report)
    other = check_gradient(f, W, gradient, rng=np.random.default_rng(5))
    assert other.numeric != report.numeric
    assert report == check_gradient(f, W, gradient)


def test_gradient_that_is_zero_up_to_rounding_is_right() -> None:
    bias = np.array([0.1, -0.7, 0.3])
    X = np.random.default_rng(0).standard_normal((20, 3))

    def f(bias: np.ndarray) -> float:
        scores = X + bias
        return float(((scores - scores.mean(axis=0)) ** 4).sum())

    assert check_gradient(f, bias, np.full(3, 1e-17)).verdict == "right"
    assert check_gradient(f, bias, np.full(3, 1e-6)).verdict == "wrong"


@given(hnp.arrays(np.float64, (2, 3), elements=st.floats(-100, 100)), st.integers(0, 2))
def test_x_is_restored_bit_by_bit(x: np.ndarray, directions: int) -> None:
    before = x.tobytes()
    check_gradient(lambda x: float(np.cos(x).sum()), x, -np.sin(x), directions=directions)
    assert x.tobytes() == before


def test_x_is_restored_when_f_raises() -> None:
    x = np.array([-0.0, 0.1, 5e-324])
    before = x.tobytes()

    def f(x: np.ndarray) -> float:
        if x[1] != 0.1:
            raise RuntimeError
        return 0.0

    with pytest.raises(RuntimeError):
        check_gradient(f, x, x)
    assert x.tobytes() == before


def test_f_may_use_x_under_another_name_and_x_may_be_a_view() -> None:
    params = {"W": np.arange(12.0).reshape(3, 4)}
    view = params["W"].T[::2]
    report = check_gradient(lambda _: float((params["W"] ** 2).sum()), view, 2 * view)
    assert report.verdict == "right"
    assert report.compared == 6


def test_float32_is_pointed_out() -> None:
    x = np.linspace(0.1, 1, 5, dtype=np.float32)
    report = check_gradient(lambda x: (x * x).sum(), x, 2 * x)
    assert report.error > 1e-4
    assert "x is float32" in str(report)


@pytest.mark.parametrize(
    ("f", "x", "gradient", "message"),
    [
        (np.sum, np.ones((2, 3)), np.ones((3, 2)), r"shape \(3, 2\), expected the shape of x, \(2, 3\)"),
        (np.sum, np.ones(3), np.array([0, np.nan, 0]), r"gradient is nan at index \(1,\)"),
        (np.sum, np.arange(3), np.ones(3), "floating point"),
        (np.sum, [1.0], np.ones(1), "floating point"),
        (np.sum, np.ones(0), np.ones(0), "not empty"),
        (lambda x: (x.sum(), x), np.ones(3), np.ones(3), "f returned a tuple.*only the loss"),
        (lambda x: x, np.ones(3), np.ones(3), "f returned a ndarray"),
        (lambda x: None, np.ones(3), np.ones(3), "f returned a NoneType"),
        (lambda x: np.inf, np.ones(3), np.ones(3), "f returned inf"),
        (np.sum, np.full(3, 1e13), np.ones(3), "larger h"),
    ],
)
def test_unsuitable_argument_is_refused(
    f: Function, x: np.ndarray, gradient: np.ndarray, message: str
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        check_gradient(f, x, gradient)
    assert "\n" not in str(caught.value)


def test_step_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive step"):
        check_gradient(np.sum, np.ones(3), np.ones(3), h=0)


@pytest.mark.parametrize(
    ("error", "word"),
    [(0, "right"), (9e-8, "right"), (2e-7, "fine with kinks"), (2e-4, "suspicious"), (2e-2, "wrong")],
)
def test_verdict_follows_the_published_limits(error: float, word: str) -> None:
    report = GradientReport(error, 5, 1, (0,), 1.0, 1.0, "float64")
    assert report.verdict == word
    assert re.search(r"kink within h: 1 of 6", str(report))
