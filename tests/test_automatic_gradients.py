"""Losses and gradients of references and solutions agree with automatic differentiation, to 1e-9."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from sides import either_side, sides

REG = 0.3


LINEAR, NET = sides("linear_classifiers"), sides("two_layer_net")
examples = settings(max_examples=25)


def hinge(scores, y, power=1):
    correct = anp.reshape(scores[anp.arange(len(y)), y], (-1, 1))
    others = 1 - np.eye(scores.shape[1])[y]
    return anp.sum(others * anp.maximum(0, scores - correct + 1) ** power) / len(y)


def cross_entropy(scores, y):
    shifted = scores - np.max(getattr(scores, "_value", scores), axis=1, keepdims=True)
    logarithms = anp.log(anp.sum(anp.exp(shifted), axis=1))
    return anp.mean(logarithms - shifted[anp.arange(len(y)), y])


def sigmoid(s):
    return 0.5 * (1 + anp.tanh(s / 2))


LINEAR_LOSSES = {
    ("linear_svm", "svm_loss_naive"): hinge,
    ("linear_svm", "svm_loss_vectorized"): hinge,
    ("linear_svm", "squared_hinge_loss"): lambda scores, y: hinge(scores, y, 2),
    ("softmax", "softmax_loss_naive"): cross_entropy,
    ("softmax", "softmax_loss_vectorized"): cross_entropy,
}


def agrees(got, expected) -> None:
    assert np.shape(got) == np.shape(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9)


@st.composite
def problems(draw):
    """Examples (N, D), weights (D, C) and labels (N,)."""
    N, D, C = (draw(st.integers(low, 6)) for low in (1, 1, 2))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    return rng.normal(size=(N, D)), rng.normal(size=(D, C)), rng.integers(C, size=N), rng


@either_side
@pytest.mark.parametrize(("module", "name"), LINEAR_LOSSES)
@examples
@given(problem=problems())
def test_losses_of_linear_classifiers(side, module, name, problem):
    X, W, y, _ = problem

    def loss(W):
        return LINEAR_LOSSES[module, name](anp.dot(X, W), y) + REG * anp.sum(W * W)

    got, dW = getattr(LINEAR[side].load(module), name)(W, X, y, REG)
    agrees(got, loss(W))
    agrees(dW, grad(loss)(W))


@either_side
@examples
@given(problem=problems())
def test_all_gradients_of_the_softmax(side, problem):
    X, W, y, rng = problem
    b = rng.normal(size=W.shape[1])

    def loss(W, X, b):
        return cross_entropy(anp.dot(X, W) + b, y)

    got, *gradients = LINEAR[side].load("softmax").softmax_gradients(W, X, b, y)
    agrees(got, loss(W, X, b))
    for argument, gradient in enumerate(gradients):
        agrees(gradient, grad(loss, argument)(W, X, b))


@either_side
@examples
@given(problem=problems())
def test_the_binary_hinge(side, problem):
    X, W, y, _ = problem
    w, signs = W[:, 0], np.where(y == 0, -1, 1)

    def loss(w):
        return 2.5 * anp.mean(anp.maximum(0, 1 - signs * anp.dot(X, w))) + anp.sum(w * w)

    got, dw = LINEAR[side].load("linear_svm").binary_svm_loss(w, X, signs, 2.5)
    agrees(got, loss(w))
    agrees(dw, grad(loss)(w))


@either_side
@pytest.mark.parametrize(("name", "loss"), [("svm_loss", hinge), ("softmax_loss", cross_entropy)])
@examples
@given(problem=problems())
def test_losses_of_scores(side, name, loss, problem):
    X, W, y, _ = problem
    got, dscores = getattr(NET[side].load("layers"), name)(X @ W, y)
    agrees(got, loss(X @ W, y))
    agrees(dscores, grad(loss)(X @ W, y))


@either_side
@examples
@given(problem=problems())
def test_affine_and_relu_layers(side, problem):
    X, w, _, rng = problem
    x, b = X.reshape(len(X), 1, -1), rng.normal(size=w.shape[1])
    dout = rng.normal(size=(len(X), w.shape[1]))
    layers = NET[side].load("layers")

    def through(x, w, b):
        return anp.sum(dout * anp.maximum(0, anp.dot(anp.reshape(x, (len(x), -1)), w) + b))

    out, of_affine = layers.affine_forward(x, w, b)
    out, of_relu = layers.relu_forward(out)
    agrees(np.sum(dout * out), through(x, w, b))
    gradients = layers.affine_backward(layers.relu_backward(dout, of_relu), of_affine)
    for argument, gradient in enumerate(gradients):
        agrees(gradient, grad(through, argument)(x, w, b))


@either_side
@examples
@given(problem=problems(), H=st.integers(1, 5))
def test_the_two_layer_network(side, problem, H):
    X, W, y, rng = problem
    net = NET[side].load("neural_net").TwoLayerNet(X.shape[1], H, W.shape[1], std=0.5, rng=rng)
    net.params["b1"], net.params["b2"] = rng.normal(size=H), rng.normal(size=W.shape[1])

    def loss(params):
        hidden = anp.maximum(0, anp.dot(X, params["W1"]) + params["b1"])
        penalty = anp.sum(params["W1"] ** 2) + anp.sum(params["W2"] ** 2)
        return cross_entropy(anp.dot(hidden, params["W2"]) + params["b2"], y) + REG * penalty

    with NET[side]:  # which it imports its layers from
        got, gradients = net.loss(X, y, reg=REG)
    expected = grad(loss)(dict(net.params))
    agrees(got, loss(net.params))
    assert gradients.keys() == expected.keys()
    for name, gradient in gradients.items():
        agrees(gradient, expected[name])


@either_side
@examples
@given(x=st.floats(-4, 4), y=st.floats(-4, 4))
def test_the_circuit(side, x, y):
    def f(x, y):
        return (x + sigmoid(y)) / (sigmoid(x) + (x + y) ** 2)

    circuit = NET[side].load("circuit")
    out, cache = circuit.circuit_forward(x, y)
    agrees(out, f(x, y))
    agrees(circuit.circuit_backward(cache), (grad(f, 0)(x, y), grad(f, 1)(x, y)))
