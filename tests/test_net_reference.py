"""The two_layer_net references and solutions agree with SciPy, with their definitions and with slopes."""

import colorsys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import uniform_filter
from scipy.special import expit, log_softmax
from sides import either_side, sides

from autograder import attempts
from autograder.collecting.collect import Submission
from autograder.course import Course
from autograder.grade import Grader
from autograder.mistakes import load_mistakes, with_mistake
from autograder.references import read_modules
from autograder.results import CheckResult
from autograder.seeds import Seeds
from toolkit.gradient_check import check_gradient

ROOT = Path(__file__).parent.parent
SIDES = sides("two_layer_net")
seeds = given(seed=st.integers(0, 2**32))
sizes = given(
    seed=st.integers(0, 2**32),
    N=st.integers(1, 6),
    D=st.integers(1, 5),
    H=st.integers(1, 6),
    C=st.integers(2, 10),
)
NAMES = ("W1", "b1", "W2", "b2")


def module(side: str, name: str) -> ModuleType:
    return SIDES[side].load(name)


def assert_close(got, expected, scale: float = 1.0) -> None:
    """Assert equal shapes, and values equal up to 1e-9 of the largest number that went in."""
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9 * max(scale, 1.0))


def assert_gradient(f, x: np.ndarray, analytic) -> None:
    report = check_gradient(f, x, np.asarray(analytic))
    assert report.verdict in ("right", "fine with kinks", "undecided"), report


BINARY = {
    "add": (np.add, lambda x, y: (1 + 0 * x, 1 + 0 * x)),
    "multiply": (np.multiply, lambda x, y: (y, x)),
    "max": (np.maximum, lambda x, y: (x > y, x < y)),
}
UNARY = {
    "sigmoid": ((), expit, lambda x: expit(x) * expit(-x)),
    "reciprocal": ((), lambda x: 1 / x, lambda x: -1 / x / x),
    "exp": ((), np.exp, np.exp),
    "add_constant": ((2.5,), lambda x: x + 2.5, np.ones_like),
    "scale": ((2.5,), lambda x: 2.5 * x, lambda x: np.full_like(x, 2.5)),
}


@either_side
@pytest.mark.parametrize("gate", BINARY)
@seeds
def test_gates_of_two_inputs_agree_with_numpy_and_the_chain_rule(side, gate, seed):
    x, y, dout = np.random.default_rng(seed).normal(size=(3, 4))
    function, slopes = BINARY[gate]
    gates = module(side, "gates")
    for arguments in ((x, y, dout), tuple(float(values[0]) for values in (x, y, dout))):
        out, cache = getattr(gates, f"{gate}_forward")(*arguments[:2])
        assert_close(out, function(*arguments[:2]))
        gradients = getattr(gates, f"{gate}_backward")(arguments[2], cache)
        for got, slope in zip(gradients, slopes(*arguments[:2]), strict=True):
            assert_close(got, arguments[2] * slope)


@either_side
@pytest.mark.parametrize("gate", UNARY)
@seeds
def test_gates_of_one_input_agree_with_scipy_and_the_chain_rule(side, gate, seed):
    x, dout = np.random.default_rng(seed).uniform(0.1, 3, (2, 4))
    constants, function, slope = UNARY[gate]
    gates = module(side, "gates")
    out, cache = getattr(gates, f"{gate}_forward")(x, *constants)
    assert_close(out, function(x))
    assert_close(getattr(gates, f"{gate}_backward")(dout, cache), dout * slope(x), 100)


@either_side
@pytest.mark.parametrize("x", [-1e3, -40.0, 0.0, 40.0, 1e3])
def test_the_sigmoid_is_stable(side, x):
    out, cache = module(side, "gates").sigmoid_forward(np.array([x]))
    assert_close(out, expit(np.array([x])))
    assert_close(module(side, "gates").sigmoid_backward(1.0, cache), [expit(x) * expit(-x)])


@either_side
def test_the_circuit_has_the_value_of_the_course_notes(side):
    assert module(side, "circuit").circuit_forward(3.0, -4.0)[0] == pytest.approx(1.5456, abs=5e-5)


@either_side
@given(x=st.floats(-3, 3), y=st.floats(-3, 3))
def test_the_circuit_has_the_slopes_of_its_formula(side, x, y):
    circuit, point = module(side, "circuit"), np.array([x, y])
    f, cache = circuit.circuit_forward(*point)
    assert_close(f, (x + expit(y)) / (expit(x) + (x + y) ** 2))
    assert_gradient(lambda p: circuit.circuit_forward(*p)[0], point, circuit.circuit_backward(cache))


@either_side
@given(seed=st.integers(0, 2**32), D=st.integers(1, 5))
def test_the_neuron_has_the_slopes_of_its_formula(side, seed, D):
    rng, circuit = np.random.default_rng(seed), module(side, "circuit")
    w, x = rng.normal(size=D + 1), rng.normal(size=D)
    out, cache = circuit.neuron_forward(w, x)
    assert_close(out, expit(w[:D] @ x + w[D]))
    dw, dx = circuit.neuron_backward(2.0, cache)
    assert_gradient(lambda w: 2 * circuit.neuron_forward(w, x)[0], w, dw)
    assert_gradient(lambda x: 2 * circuit.neuron_forward(w, x)[0], x, dx)


@either_side
@given(
    seed=st.integers(0, 2**32),
    shape=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    M=st.integers(1, 4),
)
def test_affine_layers_agree_with_tensor_products(side, seed, shape, M):
    rng, layers = np.random.default_rng(seed), module(side, "layers")
    x, w, b = rng.normal(size=shape), rng.normal(size=(int(np.prod(shape[1:])), M)), rng.normal(size=M)
    dout, w_of_images = rng.normal(size=(shape[0], M)), w.reshape(*shape[1:], M)
    out, cache = layers.affine_forward(x, w, b)
    assert_close(out, np.tensordot(x, w_of_images, len(shape) - 1) + b, 50)
    dx, dw, db = layers.affine_backward(dout, cache)
    assert_close(dx, np.tensordot(dout, w_of_images, (1, -1)), 50)
    assert_close(dw, np.tensordot(x, dout, (0, 0)).reshape(w.shape), 50)
    assert_close(db, np.ones(len(x)) @ dout, 50)


@either_side
@seeds
def test_rectified_linear_units_pass_what_is_positive(side, seed):
    x, dout = np.random.default_rng(seed).normal(size=(2, 3, 4, 2))
    before, layers = dout.copy(), module(side, "layers")
    out, cache = layers.relu_forward(x)
    dx = layers.relu_backward(dout, cache)
    assert np.array_equal(dout, before)
    for index in np.ndindex(x.shape):
        passed = x[index] > 0
        assert (out[index], dx[index]) == ((x[index], dout[index]) if passed else (0, 0))


@either_side
@settings(max_examples=40)
@sizes
def test_losses_on_scores_agree_with_their_formulas_and_slopes(side, seed, N, D, H, C):
    rng, layers = np.random.default_rng(seed), module(side, "layers")
    x, y = rng.normal(0, 3, (N, C)), rng.integers(C, size=N)
    hinges = [max(0, x[i, j] - x[i, y[i]] + 1) for i in range(N) for j in range(C) if j != y[i]]
    for function, expected in (
        (layers.svm_loss, sum(hinges) / N),
        (layers.softmax_loss, -log_softmax(x, axis=1)[range(N), y].mean()),
    ):
        loss, dx = function(x, y)
        assert_close(loss, expected, 10)
        assert_gradient(lambda x, function=function: function(x, y)[0], x, dx)


@sizes
def test_both_sides_have_the_same_gradients_of_scores(seed, N, D, H, C):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(0, 300, (N, C)), rng.integers(C, size=N)
    for function in ("svm_loss", "softmax_loss"):
        mine, theirs = (getattr(module(side, "layers"), function)(x, y) for side in SIDES)
        assert_close(mine[0], theirs[0], 1000)
        assert_close(mine[1], theirs[1])


def parameters(rng: np.random.Generator, D: int, H: int, C: int) -> dict[str, np.ndarray]:
    shapes = {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def network(side: str, params: dict[str, np.ndarray]):
    net = module(side, "neural_net").TwoLayerNet(*params["W1"].shape, len(params["b2"]))
    net.params = {name: value.copy() for name, value in params.items()}
    return net


@either_side
@settings(max_examples=20)
@sizes
def test_the_network_agrees_with_scipy_and_has_the_slopes_of_its_loss(side, seed, N, D, H, C):
    rng = np.random.default_rng(seed)
    params, X, y = parameters(rng, D, H, C), rng.normal(size=(N, D)), rng.integers(C, size=N)
    net = network(side, params)
    with SIDES[side]:
        scores, (loss, grads) = net.loss(X), net.loss(X, y, reg=0.3)
        assert np.array_equal(net.predict(X), scores.argmax(axis=1))
        hidden = np.maximum(np.vstack([params["W1"], params["b1"]]).T @ np.vstack([X.T, np.ones(N)]), 0)
        expected = (params["W2"].T @ hidden).T + params["b2"]
        assert_close(scores, expected, 50)
        penalty = 0.3 * sum((params[name] ** 2).sum() for name in ("W1", "W2"))
        assert_close(loss, penalty - log_softmax(expected, axis=1)[range(N), y].mean(), 50)
        for name in NAMES:
            assert_gradient(lambda _: net.loss(X, y, reg=0.3)[0], net.params[name], grads[name])


@sizes
def test_both_networks_have_the_same_gradients(seed, N, D, H, C):
    rng = np.random.default_rng(seed)
    params, X, y = parameters(rng, D, H, C), rng.normal(size=(N, D)), rng.integers(C, size=N)
    grads = {}
    for side in SIDES:
        with SIDES[side]:
            grads[side] = network(side, params).loss(X, y, reg=0.3)[1]
    for name in NAMES:
        assert_close(grads["solution"][name], grads["reference"][name], 50)


@either_side
@seeds
def test_weights_begin_gaussian_and_biases_zero(side, seed):
    options = {"std": 0.02, "rng": np.random.default_rng(seed)}
    params = module(side, "neural_net").TwoLayerNet(80, 60, 50, **options).params
    assert [params[name].shape for name in NAMES] == [(80, 60), (60,), (60, 50), (50,)]
    assert not params["b1"].any()
    assert not params["b2"].any()
    for name in ("W1", "W2"):
        assert params[name].std() == pytest.approx(0.02, rel=0.1)
        assert abs(params[name].mean()) < 0.002


@either_side
@seeds
def test_training_is_gradient_descent_with_decay(side, seed):
    """All examples are alike, so every minibatch is the same and each step can be told."""
    rng = np.random.default_rng(seed)
    params, row = parameters(rng, 3, 4, 2), rng.normal(size=3)
    X, y = np.tile(row, (9, 1)), np.ones(9, int)
    net, twin = network(side, params), network(side, params)
    with SIDES[side]:
        history = net.train(
            X,
            y,
            X,
            y,
            learning_rate=0.1,
            learning_rate_decay=0.5,
            reg=0.1,
            num_iters=5,
            batch_size=4,
            rng=rng,
        )
        losses, accuracies = [], []
        for step, rate in enumerate([0.1, 0.1, 0.05, 0.05, 0.025], start=1):
            loss, grads = twin.loss(X, y, reg=0.1)
            losses.append(loss)
            twin.params = {name: twin.params[name] - rate * grads[name] for name in NAMES}
            if step % 2 == 0:
                accuracies.append(float(twin.predict(row[np.newaxis])[0] == 1))
    for name in NAMES:
        assert_close(net.params[name], twin.params[name], 10)
    assert_close(history["loss_history"], losses, 10)
    assert history["train_acc_history"] == history["val_acc_history"] == accuracies


@either_side
@given(shapes=st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=3), min_size=1, max_size=5))
def test_parameters_are_counted(side, shapes):
    params = {f"p{i}": np.zeros(shape) for i, shape in enumerate(shapes)}
    expected = sum(len(array.ravel()) for array in params.values())
    assert module(side, "neural_net").count_parameters(params) == expected


@either_side
@given(seed=st.integers(0, 2**32), N=st.integers(2, 40), C=st.integers(1, 5))
def test_spirals_have_their_radii_labels_and_angles(side, seed, N, C):
    X, y = module(side, "spiral").make_spiral(np.random.default_rng(seed), N, C)
    assert np.array_equal(y, np.sort(np.arange(N * C) % C))
    assert_close(np.linalg.norm(X, axis=1), np.tile(np.linspace(0, 1, N), C))
    for arm in range(C):
        last = 4 * (arm + 1)
        assert X[N * (arm + 1) - 1] @ [np.sin(last), np.cos(last)] > np.cos(6 * 0.2)


@either_side
@given(seed=st.integers(0, 2**32), height=st.integers(8, 26), width=st.integers(8, 26))
def test_gradient_histograms_agree_with_filtered_magnitudes(side, seed, height, width):
    im = np.random.default_rng(seed).uniform(0, 255, (height, width, 3))
    im[-1] = im[-1, 0]
    grey = 0.299 * im[..., 0] + 0.587 * im[..., 1] + 0.114 * im[..., 2]
    gx, gy = np.zeros(grey.shape), np.zeros(grey.shape)
    gx[:, :-1], gy[:-1] = grey[:, 1:] - grey[:, :-1], grey[1:] - grey[:-1]
    directions = np.mod(np.arctan2(gy, gx), np.pi) / np.pi * 9
    expected = np.zeros((height // 8, width // 8, 9))
    for k in range(9):
        magnitude = np.where((k <= directions) & (directions < k + 1), np.sqrt(gx**2 + gy**2), 0)
        expected[:, :, k] = uniform_filter(magnitude, 8)[4::8, 4::8][: height // 8, : width // 8]
    assert_close(module(side, "features").hog_feature(im), expected.ravel(), 1000)


@either_side
def test_a_gradient_is_counted_in_the_bin_of_its_direction(side):
    angle = np.deg2rad(np.add.outer(10 + 20 * np.arange(9), [0, 180]))  # both ways along each direction
    steps = np.arange(9.0)
    for k, turn in np.ndindex(angle.shape):
        ramp = np.cos(angle[k, turn]) * steps + np.sin(angle[k, turn]) * steps[:, np.newaxis]
        assert module(side, "features").hog_feature(ramp) == pytest.approx(np.eye(9)[k])


@given(seed=st.integers(0, 2**32))
def test_hues_agree_with_the_standard_library(seed):
    im = np.random.default_rng(seed).integers(0, 256, (4, 5, 3))
    im[0, 0] = im[0, 0, 0]
    expected = [[colorsys.rgb_to_hsv(*(pixel / 255))[0] for pixel in row] for row in im]
    assert_close(module("solution", "features").hue(im), expected)


@either_side
@given(seed=st.integers(0, 2**32), nbin=st.integers(1, 12))
def test_hue_histograms_agree_with_sorted_hues(side, seed, nbin):
    im = np.random.default_rng(seed).uniform(0, 255, (5, 4, 3))
    hues = np.sort(module("solution", "features").hue(im).ravel())
    below = np.searchsorted(hues, np.linspace(0, 1, nbin + 1), side="right")
    below[0] = 0
    features = module(side, "features")
    assert_close(features.color_histogram_hsv(im, nbin=nbin, normalized=False), np.diff(below).astype(float))
    assert_close(features.color_histogram_hsv(im, nbin=nbin), np.diff(below) / 20)


@either_side
@seeds
def test_features_of_an_image_are_one_row(side, seed):
    images = np.random.default_rng(seed).uniform(0, 255, (3, 4, 5))
    got = module(side, "features").extract_features(images, [np.ravel, lambda im: im.max(axis=0)])
    assert_close(got, np.column_stack([images.reshape(3, 20), images.max(axis=1)]), 255)


@pytest.fixture(scope="module")
def grader(data_installed):
    """A grader whose checks may take as long as a busy machine makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attempts, "SHORTEST", 60.0)
        with Grader(Course(ROOT).assignment("two_layer_net"), Seeds(b"secret of the tests")) as grader:
            yield grader


def graded(grader: Grader, files: dict[str, bytes]) -> dict[str, CheckResult]:
    result = grader.grade(Submission("ada", files, {}, (), None, "digest"))
    return {check.name: check for check in result.checks}


@pytest.mark.slow
@pytest.mark.parametrize(
    "mistake",
    [
        "affine_bias_gradient_averaged",
        "affine_weight_gradient_averaged",
        "affine_without_bias",
        "relu_mask_of_the_upstream",
        "softmax_one_denominator_for_all",
    ],
)
def test_a_right_network_on_a_wrong_layer_earns_its_points(grader, mistake):
    wrong = next(m for m in load_mistakes(grader.assignment) if m.name == mistake)
    checks = graded(grader, with_mistake(read_modules(grader.assignment.solution), wrong))
    callee = checks[wrong.check].cell
    assert checks[wrong.check].score < checks[wrong.check].points
    assert checks[wrong.check].mistake == mistake
    tried_again = [c for c in checks.values() if any("given your" in line for line in c.messages)]
    assert any(c.name == "net_loss" for c in tried_again)
    assert all(
        c.messages == [f"right, given your {callee}: tried again with ours in their place"]
        for c in tried_again
    )
    assert all(c.score == c.points for c in checks.values() if c.module == "neural_net")


VARIANTS = {
    "batches without replacement": (
        "batch = rng.integers(len(X), size=batch_size)",
        "batch = rng.permutation(len(X))[:batch_size]",
    ),
    "NumPy's global generator": (
        "batch = rng.integers(len(X), size=batch_size)",
        "batch = np.random.choice(len(X), batch_size)",
    ),
    "histories as arrays": (
        "return history\n",
        "return {name: np.array(values) for name, values in history.items()}\n",
    ),
    "parameters changed in place": (
        "self.params[name] = self.params[name] - learning_rate * grad",
        "self.params[name] -= learning_rate * grad",
    ),
    "labels as floats": (
        "return np.argmax(self.loss(X), axis=1)",
        "return np.argmax(self.loss(X), axis=1) * 1.0",
    ),
    "accuracy from the scores": ("self.predict(X_val) == y_val", "self.loss(X_val).argmax(axis=1) == y_val"),
}


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_answers_that_are_right_though_different_earn_all(grader, variant):
    files = read_modules(grader.assignment.solution)
    usual, other = VARIANTS[variant]
    source = files["neural_net.py"].decode()
    assert usual in source
    checks = graded(grader, {**files, "neural_net.py": source.replace(usual, other).encode()})
    lost = [c.name for c in checks.values() if c.module == "neural_net" and c.score < c.points]
    assert lost == []
