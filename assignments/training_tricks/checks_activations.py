"""Checks of activation functions, fixed and learned."""

import numpy as np

from toolkit.checks import check, close, equal

STABLE = {"out": close(atol=1e-6), "dx": close(atol=1e-6)}


def there_and_back(forward, backward, x, dout, **options):
    """Return the output of an activation function and the gradient through it."""
    out, cache = forward(x, **options)
    return {"out": out, "dx": backward(dout, cache)}


def pair(rng):
    """Return inputs of both signs, and a gradient from above."""
    return rng.normal(0, 2, (2, 3, 4, 5))


def far_out(rng):
    """Return inputs around 0, 40, 800 and 1,000, of both signs, and a gradient from above."""
    sizes = np.array([1000.0, -1000.0, 800.0, -800.0, 40.0, -40.0, 0.0])
    return sizes + rng.normal(size=7), rng.uniform(1, 2, 7)


@check("activations", points=0.75)
def sigmoid(activations, rng):
    """Sigmoid, forward and backward"""
    return there_and_back(activations.sigmoid_forward, activations.sigmoid_backward, *pair(rng))


@check("activations", points=0.75)
def tanh(activations, rng):
    """Hyperbolic tangent, forward and backward"""
    return there_and_back(activations.tanh_forward, activations.tanh_backward, *pair(rng))


@check("activations", points=0.75)
def relu(activations, rng):
    """ReLU, forward and backward"""
    return there_and_back(activations.relu_forward, activations.relu_backward, *pair(rng))


@check("activations", points=0.75)
def leaky_relu(activations, rng):
    """Leaky ReLU, forward and backward"""
    return there_and_back(activations.leaky_relu_forward, activations.leaky_relu_backward, *pair(rng))


@check("activations", points=0.75)
def elu(activations, rng):
    """ELU, forward and backward"""
    return there_and_back(activations.elu_forward, activations.elu_backward, *pair(rng))


@check("activations", points=0.75)
def selu(activations, rng):
    """SELU, forward and backward"""
    return there_and_back(activations.selu_forward, activations.selu_backward, *pair(rng))


@check("learned_activations", points=0.5, optional=True)
def prelu(learned_activations, rng):
    """Parametric ReLU, and the gradients on inputs and slopes"""
    x, dout = rng.normal(size=(2, 6, 4))
    return prelu_there_and_back(learned_activations, x, rng.uniform(0.1, 0.5, 4), dout)


def prelu_there_and_back(learned_activations, x, alpha, dout):
    """Return the output of a parametric ReLU and both gradients."""
    out, cache = learned_activations.prelu_forward(x, alpha)
    dx, dalpha = learned_activations.prelu_backward(dout, cache)
    return {"out": out, "dx": dx, "dalpha": dalpha}


@check("learned_activations", points=0.75, optional=True)
def maxout(learned_activations, rng):
    """Maxout, and the gradients on inputs, weights and biases"""
    x, (w1, w2), (b1, b2) = rng.normal(size=(7, 4)), rng.normal(size=(2, 4, 3)), rng.normal(size=(2, 3))
    out, cache = learned_activations.maxout_forward(x, w1, b1, w2, b2)
    gradients = learned_activations.maxout_backward(rng.normal(size=(7, 3)), cache)
    return {"out": out, **dict(zip(("dx", "dw1", "db1", "dw2", "db2"), gradients, strict=True))}
