"""The linear_classifiers references and solutions agree with SciPy, with sums, and with differences."""

from types import ModuleType

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit, log_softmax, softmax
from sides import either_side, sides

from toolkit.gradient_check import check_gradient

SIDES = sides("linear_classifiers")
numbers = st.floats(-100, 100)
SEEDS = st.integers(0, 2**32)
HINGES = {"svm_loss_naive": 1, "svm_loss_vectorized": 1, "squared_hinge_loss": 2}


def module(side: str, name: str) -> ModuleType:
    return SIDES[side].load(name)


def assert_close(got, expected, scale: float = 1.0) -> None:
    """Assert equal shapes, and equality up to 1e-9 of the largest number that went in."""
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9 * max(scale, 1.0))


@st.composite
def problems(draw, shift: float = 0.0):
    """Weights (D, C), examples (N, D), labels (N,) and the strength of the penalty."""
    N, D, C = (draw(st.integers(low, 6)) for low in (1, 1, 2))
    rng = np.random.default_rng(draw(SEEDS))
    spread = draw(st.sampled_from([0.01, 1.0, 10.0]))
    W, X = spread * rng.normal(size=(D, C)) + shift, rng.normal(size=(N, D))
    return W, X, rng.integers(C, size=N), draw(st.sampled_from([0.0, 0.3, 2.0]))


def hinge_loss(W, X, y, reg, power):
    """Return the loss, written out as sums."""
    total = 0.0
    for x, label in zip(X, y, strict=True):
        scores = [sum(x[d] * W[d, c] for d in range(W.shape[0])) for c in range(W.shape[1])]
        total += sum(max(0.0, s - scores[label] + 1) ** power for c, s in enumerate(scores) if c != label)
    return total / len(X) + reg * sum(w**2 for w in W.ravel())


def assert_gradient(loss, x, gradient):
    """Assert that a gradient agrees with centred differences of its loss, up to kinks and rounding."""
    report = check_gradient(loss, x.copy(), gradient)
    near_zero = abs(report.numeric - report.analytic) < 1e-9
    assert near_zero or report.verdict in ("right", "fine with kinks", "undecided"), report


@either_side
@pytest.mark.parametrize("name", HINGES)
@given(problem=problems())
def test_hinge_losses_are_the_sums_of_their_definition(side, name, problem):
    W, X, y, reg = problem
    loss, dW = getattr(module(side, "linear_svm"), name)(W, X, y, reg)
    expected = hinge_loss(W, X, y, reg, HINGES[name])
    assert_close(loss, expected, expected)
    assert dW.shape == W.shape


@pytest.mark.parametrize("name", [*HINGES, "softmax_loss_naive", "softmax_loss_vectorized"])
@given(problem=problems())
def test_both_sides_give_one_loss_and_gradient(name, problem):
    where = "linear_svm" if name in HINGES else "softmax"
    (loss, dW), (other, other_dW) = (getattr(module(side, where), name)(*problem) for side in SIDES)
    assert_close(loss, other, abs(other))
    assert_close(dW, other_dW, float(np.abs(other_dW).max()))


@either_side
@pytest.mark.parametrize("name", [*HINGES, "softmax_loss_naive", "softmax_loss_vectorized"])
@settings(max_examples=30)
@given(problem=problems())
def test_gradients_agree_with_differences(side, name, problem):
    W, X, y, reg = problem
    function = getattr(module(side, "linear_svm" if name in HINGES else "softmax"), name)
    assert_gradient(lambda V: function(V, X, y, reg)[0], W, function(W, X, y, reg)[1])


@either_side
@pytest.mark.parametrize("name", ["softmax_loss_naive", "softmax_loss_vectorized"])
@given(problem=st.one_of(problems(), problems(shift=1e4)))
def test_softmax_losses_agree_with_scipy(side, name, problem):
    W, X, y, reg = problem
    scores, rows = X @ W, np.arange(len(X))
    loss, dW = getattr(module(side, "softmax"), name)(W, X, y, reg)
    dscores = softmax(scores, axis=1)
    dscores[rows, y] -= 1
    expected = -log_softmax(scores, axis=1)[rows, y].mean() + reg * np.sum(W**2)
    scale = float(np.abs(scores).max())
    assert_close(loss, expected, max(scale, expected))
    assert_close(dW, X.T @ dscores / len(X) + 2 * reg * W, max(scale, float(np.abs(W).max())))


@either_side
@given(arrays.arrays(np.float64, (3, 4), elements=st.floats(-2e4, 2e4)))
def test_probabilities_agree_with_scipy_for_scores_of_any_size(side, scores):
    got = module(side, "softmax").softmax_probabilities(scores)
    assert_close(got, softmax(scores, axis=1), float(np.abs(scores).max()))


@either_side
@settings(max_examples=30)
@given(problem=problems())
def test_all_gradients_of_the_softmax_agree_with_differences(side, problem):
    W, X, y, _ = problem
    b = np.linspace(-1, 1, W.shape[1])
    function = module(side, "softmax").softmax_gradients
    loss, dW, dX, db = function(W, X, b, y)
    assert_close(loss, -log_softmax(X @ W + b, axis=1)[np.arange(len(X)), y].mean(), abs(loss))
    assert_gradient(lambda V: function(V, X, b, y)[0], W, dW)
    assert_gradient(lambda V: function(W, V, b, y)[0], X, dX)
    assert_gradient(lambda v: function(W, X, v, y)[0], b, db)


@either_side
@given(scores=arrays.arrays(np.float64, 4, elements=st.floats(-5, 5)))
def test_the_jacobian_holds_the_derivatives_of_the_probabilities(side, scores):
    got = module(side, "softmax").softmax_jacobian(softmax(scores))
    steps = 1e-5 * np.eye(4)
    expected = [(softmax(scores + step) - softmax(scores - step)) / 2e-5 for step in steps]
    np.testing.assert_allclose(got, np.transpose(expected), atol=1e-9)


@either_side
@given(problem=problems())
def test_the_loss_of_one_example_is_its_part_of_the_sum(side, problem):
    W, X, y, _ = problem
    got = [module(side, "linear_svm").L_i(x, label, W) for x, label in zip(X, y, strict=True)]
    expected = [hinge_loss(W, X[i : i + 1], y[i : i + 1], 0.0, 1) for i in range(len(X))]
    assert_close(got, expected, max(expected))


@either_side
@settings(max_examples=30)
@given(problem=problems(), C=st.sampled_from([0.1, 2.5]))
def test_the_binary_loss_is_half_of_a_multiclass_loss_with_two_opposite_columns(side, problem, C):
    W, X, y, _ = problem
    w, signs = W[:, 0], np.where(y == 0, 1, -1)
    function = module(side, "linear_svm").binary_svm_loss
    loss, dw = function(w, X, signs, C)
    pair = np.stack([w / 2, -w / 2], axis=1)  # the difference of the two scores is x @ w
    assert_close(loss, C * hinge_loss(pair, X, (signs < 0).astype(int), 0.0, 1) + np.sum(w**2), loss)
    assert_gradient(lambda v: function(v, X, signs, C)[0], w, dw)


@either_side
@pytest.mark.parametrize("name", ["squared_error_sigmoid", "cross_entropy_sigmoid"])
@given(s=arrays.arrays(np.float64, (2, 3), elements=st.floats(-20, 20)), seed=SEEDS)
def test_losses_of_a_sigmoid_and_their_derivatives(side, name, s, seed):
    t = np.random.default_rng(seed).random((2, 3))
    function = getattr(module(side, "sigmoid_losses"), name)
    out = expit(s)
    expected = {
        "squared_error_sigmoid": out**2 - 2 * out * t + t**2,
        "cross_entropy_sigmoid": np.log1p(np.exp(s)) - t * s,
    }[name]
    loss, ds = function(s, t)
    assert_close(loss, expected)
    assert_gradient(lambda r: np.sum(function(r, t)[0]), s, ds)


@either_side
@pytest.mark.parametrize("name", ["squared_error_sigmoid", "cross_entropy_sigmoid"])
def test_losses_of_a_sigmoid_are_finite_for_large_scores(side, name):
    s, t = np.array([-1e4, 1e4, -1e4, 1e4]), np.array([0, 0, 1, 1])
    loss, ds = getattr(module(side, "sigmoid_losses"), name)(s, t)
    wrong = {"squared_error_sigmoid": ([0, 1, 1, 0], 0), "cross_entropy_sigmoid": ([0, 1e4, 1e4, 0], 1)}[name]
    assert_close(loss, wrong[0], 1e4)
    assert_close(ds, wrong[1] * np.array([0, 1, -1, 0]))


@either_side
@given(train=arrays.arrays(np.uint8, (4, 3)), other=arrays.arrays(np.float64, (2, 3), elements=numbers))
def test_images_are_centred_by_the_training_mean_and_get_a_one(side, train, other):
    preprocessing = module(side, "preprocessing")
    mean = [sum(float(image[d]) for image in train) / 4 for d in range(3)]
    centred = preprocessing.subtract_mean(train, other)
    assert_close(centred[0], train.astype(float) - mean, 255)
    assert_close(centred[1], other - mean, 255)
    assert np.array_equal(preprocessing.append_bias(other), np.c_[other, [1, 1]])
    assert_close(preprocessing.scale_to_unit(train), 2 * (train / 255.0) - 1)


@either_side
@given(shape=arrays.array_shapes(max_dims=3, max_side=3), seed=SEEDS)
def test_numeric_gradients_of_a_cubic_have_the_errors_of_theory(side, shape, seed):
    rng = np.random.default_rng(seed)
    cubic, x, h = rng.normal(size=shape), rng.normal(size=shape), 1e-3
    kept = x.copy()
    functions = module(side, "gradient_check")
    forward = functions.forward_difference(lambda v: np.sum(cubic * v**3), x, h)
    centred = functions.eval_numerical_gradient(lambda v: np.sum(cubic * v**3), x, h=h)
    np.testing.assert_allclose(forward - 3 * cubic * x**2, cubic * (3 * x * h + h**2), atol=1e-10)
    np.testing.assert_allclose(centred - 3 * cubic * x**2, cubic * h**2, atol=1e-10)
    assert np.array_equal(x, kept)


@either_side
@given(a=numbers, b=numbers)
def test_the_relative_error_is_the_largest_by_the_larger_magnitude(side, a, b):
    relative_error = module(side, "gradient_check").relative_error
    expected = 0.0 if a == b else abs(a - b) / max(abs(a), abs(b))
    assert_close(relative_error(a, b), expected)
    assert_close(relative_error(np.array([a, 1.0]), np.array([b, 0.5])), max(expected, 0.5))


@either_side
@given(seed=SEEDS)
def test_sparse_comparison_finds_the_wrong_entries(side, seed):
    x = np.random.default_rng(seed).normal(size=(3, 4))
    analytic_grad = 2 * x * np.where(np.arange(4) < 2, 1, 2)
    rng = np.random.default_rng(seed)
    compare = module(side, "gradient_check").grad_check_sparse
    errors = np.array(compare(lambda v: np.sum(v**2), x, analytic_grad, num_checks=20, rng=rng))
    assert errors.shape == (20,)
    assert np.all((errors < 1e-5) | (abs(errors - 0.5) < 1e-5))


@either_side
@given(seed=SEEDS)
def test_searches_keep_the_best_and_descent_follows_the_exact_path(side, seed):
    rng = np.random.default_rng(seed)
    optimization = module(side, "optimization")
    centre, start = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))

    def loss(W):
        return float(np.sum((W - centre) ** 2))

    for W, history in (
        optimization.random_search(loss, (2, 3), 9, rng, scale=2.0),
        optimization.random_local_search(loss, start, 9, 0.4, rng),
    ):
        assert len(history) == 9
        assert history == sorted(history, reverse=True)
        assert_close(loss(W), history[-1])
    W, history = optimization.gradient_descent(lambda W: (loss(W), 2 * (W - centre)), start, 0.1, 9)
    assert_close(W, centre + 0.8**9 * (start - centre))
    assert_close(history, [0.64**k * loss(start) for k in range(9)])


@either_side
@pytest.mark.parametrize("name", ["LinearSVM", "Softmax"])
def test_training_separates_clusters_and_gives_the_same_again(side, name):
    rng = np.random.default_rng(5)
    y = np.arange(60) % 3
    X = np.c_[rng.normal(size=(60, 2)) + 6 * np.eye(3)[y][:, :2], np.ones(60)]
    weights = []
    for _ in range(2):
        model = getattr(module(side, "linear_classifier"), name)()
        with SIDES[side]:  # it imports its loss when called
            history = model.train(
                X, y, 0.05, 1e-3, num_iters=150, batch_size=20, rng=np.random.default_rng(2)
            )
        weights.append(model.W)
        assert np.mean(model.predict(X) == y) > 0.9
        assert len(history) == 150
        assert history[-1] < history[0] / 2
    assert np.array_equal(*weights)


@either_side
def test_search_measures_every_pair_and_returns_the_best_on_validation_data(side):
    class Constant:
        def train(self, X, y, learning_rate, reg, rng, answer):
            self.label = answer[learning_rate, reg]

        def predict(self, X):
            return np.full(len(X), self.label)

    answer = {(0.1, 1.0): 0, (0.1, 2.0): 1, (0.2, 1.0): 2, (0.2, 2.0): 2}
    y_train, y_val = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 1, 1, 2])
    results, best = module(side, "hyperparameters").search_hyperparameters(
        Constant, np.zeros((6, 2)), y_train, np.zeros((4, 2)), y_val, [0.1, 0.2], [1.0, 2.0], answer=answer
    )
    assert results == {
        pair: (np.mean(y_train == label), np.mean(y_val == label)) for pair, label in answer.items()
    }
    assert best.label == 1


@either_side
def test_the_baseline_gives_the_most_frequent_class(side):
    baseline = module(side, "hyperparameters").MajorityClassifier()
    baseline.train(np.zeros((5, 2)), np.array([4, 1, 1, 4, 1]), learning_rate=0.1)
    assert baseline.predict(np.zeros((3, 2))).tolist() == [1, 1, 1]
