"""Activation functions: what a unit makes of its weighted sum, forward and backward.

Each works entry by entry on float arrays of any shape. The forward pass returns the output and a `cache`,
whatever the backward pass will need; the backward pass receives `dout`, the gradient of the loss with respect
to the output, and returns `dx`, the gradient with respect to the input. All arrays have the shape of `x`, and
none that is passed in is changed. Nothing becomes NaN or infinite for ``|x| = 1000``.

Source: CS231n course notes, "Neural Networks Part 1", section on commonly used activation functions.
"""

import numpy as np

SELU_SCALE = 1.0507009873554805
SELU_ALPHA = 1.6732632423543772


def sigmoid_forward(x):
    """Return ``σ(x) = 1 / (1 + exp(-x))``, which lies between 0 and 1, and a cache."""
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(x))  # at most 1: nothing overflows
    out = np.where(x >= 0, 1.0, small) / (1.0 + small)
    return out, out
    ### END SOLUTION


def sigmoid_backward(dout, cache):
    """Return the gradient through the sigmoid, whose derivative is ``σ(x) (1 - σ(x))``."""
    ### BEGIN SOLUTION
    out = cache
    return dout * out * (1.0 - out)
    ### END SOLUTION


def tanh_forward(x):
    """Return ``tanh(x) = 2 σ(2x) - 1``, a sigmoid stretched to reach from -1 to 1, and a cache."""
    ### BEGIN SOLUTION
    out = np.tanh(x)
    return out, out
    ### END SOLUTION


def tanh_backward(dout, cache):
    """Return the gradient through tanh, whose derivative is ``1 - tanh(x)²``."""
    ### BEGIN SOLUTION
    out = cache
    return dout * (1.0 - out * out)
    ### END SOLUTION


def relu_forward(x):
    """Return ``max(0, x)`` (a rectified linear unit), and a cache."""
    ### BEGIN SOLUTION
    return np.maximum(x, 0), x
    ### END SOLUTION


def relu_backward(dout, cache):
    """Return the gradient through ReLU: `dout` where x is positive, 0 where it is negative.

    At exactly 0 either is accepted.
    """
    ### BEGIN SOLUTION
    x = cache
    return dout * (x > 0)
    ### END SOLUTION


def leaky_relu_forward(x, slope=0.01):
    """Return x where it is positive and ``slope · x`` where it is negative, and a cache.

    Parameters
    ----------
    x : float array
    slope : number, 0 ≤ slope < 1
        0.01 is the usual choice, 0.1 a frequent one.

    References
    ----------
    A. Maas, A. Hannun, A. Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, x, slope * x), (x, slope)
    ### END SOLUTION


def leaky_relu_backward(dout, cache):
    """Return the gradient through a leaky ReLU; at exactly 0 either slope is accepted."""
    ### BEGIN SOLUTION
    x, slope = cache
    return np.where(x > 0, dout, slope * dout)
    ### END SOLUTION


def elu_forward(x, alpha=1.0):
    """Return x where it is positive and ``alpha · (exp(x) - 1)`` where it is negative, and a cache.

    Parameters
    ----------
    x : float array
    alpha : positive number
        Far below 0 the output levels off at -alpha.

    References
    ----------
    D. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning by exponential linear
    units (ELUs)", 2016.
    """
    ### BEGIN SOLUTION
    negative = alpha * np.expm1(np.minimum(x, 0))  # of x > 0 the exponential might overflow
    return np.where(x > 0, x, negative), (x, alpha)
    ### END SOLUTION


def elu_backward(dout, cache):
    """Return the gradient through ELU, whose derivative is 1 above 0 and ``alpha · exp(x)`` below."""
    ### BEGIN SOLUTION
    x, alpha = cache
    return dout * np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))
    ### END SOLUTION


def selu_forward(x):
    """Return ``λ x`` where x is positive and ``λ alpha (exp(x) - 1)`` where it is negative, and a cache.

    λ is `SELU_SCALE` and alpha `SELU_ALPHA`. These two numbers make the outputs of a layer tend to mean 0 and
    variance 1, if its weights have mean 0 and variance 1 / fan_in.

    References
    ----------
    G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural networks", 2017.
    """
    ### BEGIN SOLUTION
    negative = SELU_ALPHA * np.expm1(np.minimum(x, 0))
    return SELU_SCALE * np.where(x > 0, x, negative), x
    ### END SOLUTION


def selu_backward(dout, cache):
    """Return the gradient through SELU, whose derivative is λ above 0 and ``λ alpha exp(x)`` below."""
    ### BEGIN SOLUTION
    x = cache
    return dout * SELU_SCALE * np.where(x > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(x, 0)))
    ### END SOLUTION
