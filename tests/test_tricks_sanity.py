"""Sanity checks and diagnoses of training_tricks agree with their definitions, on both sides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import log_softmax
from sides import either_side, sides

SIDES = sides("training_tricks")
LAYERS = SIDES["solution"].load("layers")
seeds = given(seed=st.integers(0, 2**32))
few = settings(max_examples=25)


def module(side, name):
    return SIDES[side].load(name)


@either_side
@given(C=st.integers(2, 1000), margin=st.floats(0.1, 10))
def test_first_losses_are_those_of_equal_scores(side, C, margin):
    expected_initial_loss = module(side, "sanity").expected_initial_loss
    scores = np.full(C, 0.7)
    hinges = np.maximum(0, scores[1:] - scores[0] + margin)
    assert expected_initial_loss("softmax", C) == pytest.approx(-log_softmax(scores)[0])
    assert expected_initial_loss("svm", C, margin) == pytest.approx(hinges.sum())
    assert expected_initial_loss("squared_svm", C, margin) == pytest.approx((hinges**2).sum())
    assert expected_initial_loss("svm", C) == pytest.approx(C - 1)
    with pytest.raises(ValueError, match="hinge"):
        expected_initial_loss("hinge", C)


class Linear:
    """A softmax classifier with bias and, if asked for, a penalty."""

    def __init__(self, rng, reg=None):
        self.params = {"W": 0.01 * rng.normal(size=(30, 5)), "b": np.zeros(5)}
        if reg is not None:
            self.reg = reg

    def loss(self, X, y=None):
        scores, cache = LAYERS.affine_forward(X, self.params["W"], self.params["b"])
        if y is None:
            return scores
        loss, back = LAYERS.softmax_loss(scores, y)
        _, dW, db = LAYERS.affine_backward(back, cache)
        reg = getattr(self, "reg", 0.0)
        return loss + reg * np.sum(self.params["W"] ** 2), {"W": dW + 2 * reg * self.params["W"], "b": db}


@either_side
@few
@given(seed=st.integers(0, 2**32), reg=st.sampled_from([None, 0.0, 0.7]), count=st.integers(1, 20))
def test_learning_by_heart_is_gradient_descent_without_penalty(side, seed, reg, count):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(25, 30)), rng.integers(5, size=25)
    model = Linear(np.random.default_rng(1), reg)
    history = module(side, "sanity").overfit_small_batch(model, X, y, 0.1, count, 500)
    twin, losses, accuracies = Linear(np.random.default_rng(1)), [], []
    while not (accuracies and accuracies[-1] == 1):
        loss, grads = twin.loss(X[:count], y[:count])
        twin.params = {name: twin.params[name] - 0.1 * grads[name] for name in grads}
        losses.append(loss)
        accuracies.append(np.mean(twin.loss(X[:count]).argmax(axis=1) == y[:count]))
    np.testing.assert_allclose(history["loss_history"], losses, rtol=1e-9)
    assert history["acc_history"] == accuracies
    np.testing.assert_allclose(model.params["W"], twin.params["W"], rtol=1e-9)
    np.testing.assert_allclose(model.params["b"], twin.params["b"], rtol=1e-9)
    assert getattr(model, "reg", None) == reg


@either_side
def test_what_cannot_be_learned_ends_after_the_last_step(side):
    X, y = np.zeros((6, 30)), np.arange(6) % 5
    history = module(side, "sanity").overfit_small_batch(Linear(np.random.default_rng(1)), X, y, max_steps=9)
    assert [len(values) for values in history.values()] == [9, 9]
    assert max(history["acc_history"]) < 1


@either_side
@given(seed=st.integers(0, 2**32), shape=st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_update_ratios_are_those_of_the_norms(side, seed, shape):
    w, step = np.random.default_rng(seed).normal(size=(2, *shape))
    expected = np.sqrt((step**2).sum() / (w**2).sum())
    ratio = module(side, "babysitting").update_ratio
    assert ratio(w, step) == pytest.approx(expected)
    assert ratio(w, -1e-3 * w) == pytest.approx(1e-3)


def history(losses, train=0.7, val=0.65):
    return {"loss_history": losses, "train_acc_history": [0.1, train], "val_acc_history": [0.1, val]}


LEVEL = 0.5 + 1.8 * np.exp(-np.linspace(0, 8, 100))
CASES = {
    "healthy": [
        history(LEVEL),
        history(list(LEVEL)),
        history(LEVEL, val=0.9),
        history(LEVEL, 0.5, 0.4),
        history(LEVEL + np.linspace(0, 0.2, 100)),
    ],
    "too high": [
        history(np.where(np.arange(100) < 95, LEVEL, np.nan)),
        history(np.where(np.arange(100) == 50, np.inf, LEVEL)),
        history(LEVEL + np.linspace(-0.6, 0.6, 100).clip(0)),
        history(np.linspace(2.3, 50, 100), train=0.1, val=0.1),
        history([2.3, 2.4, 3, 24], train=0.1, val=0.1),
    ],
    "too low": [
        history(np.linspace(2.3, 2.2, 100), train=0.15, val=0.15),
        history(np.linspace(2.3, 1.0, 100)),
        history(np.full(10, 2.3)),
    ],
    "overfit": [history(LEVEL, 0.99, 0.5), history(LEVEL, 0.4, 0.2)],
    "underfit": [history(LEVEL, 0.45, 0.44)],
}


@either_side
@pytest.mark.parametrize("label", CASES)
def test_each_rule_gives_its_answer(side, label):
    diagnose_curves = module(side, "babysitting").diagnose_curves
    assert {diagnose_curves(case) for case in CASES[label]} == {label}


@either_side
def test_what_is_poor_depends_on_the_data(side):
    diagnose_curves = module(side, "babysitting").diagnose_curves
    assert [diagnose_curves(history(LEVEL), low) for low in (0.69, 0.71)] == ["healthy", "underfit"]


@settings(max_examples=150)
@given(
    seed=st.integers(0, 2**32),
    count=st.integers(10, 60),
    bend=st.floats(-6, 6),
    wiggle=st.floats(0, 0.5),
    accuracies=st.lists(st.floats(0, 1), min_size=2, max_size=2),
)
def test_both_sides_diagnose_alike(seed, count, bend, wiggle, accuracies):
    noise = np.random.default_rng(seed).normal(size=count)
    losses = 0.5 + np.exp(bend * np.linspace(0, 1, count)) + wiggle * noise
    case = history(losses, *accuracies)
    mine, theirs = (module(side, "babysitting").diagnose_curves(case) for side in SIDES)
    assert mine == theirs
