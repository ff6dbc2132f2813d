"""Reference: gates by identities such as the hyperbolic tangent, gradients by local slopes."""

import numpy as np


def _slopes(*slopes):
    """Return dout times each local slope, as one value or a tuple."""

    def backward(dout):
        return tuple(np.multiply(slope, dout) for slope in slopes)

    return backward


def add_forward(x, y):
    return np.add(x, y), (np.ones_like(x), np.ones_like(y))


def add_backward(dout, cache):
    return _slopes(*cache)(dout)


def multiply_forward(x, y):
    return np.multiply(x, y), (np.positive(y), np.positive(x))


def multiply_backward(dout, cache):
    return _slopes(*cache)(dout)


def max_forward(x, y):
    difference = np.subtract(x, y)
    sign = np.sign(difference)
    return y + np.clip(difference, 0, None), ((1 + sign) / 2, (1 - sign) / 2)


def max_backward(dout, cache):
    return _slopes(*cache)(dout)


def sigmoid_forward(x):
    tangent = np.tanh(np.divide(x, 2))
    return (1 + tangent) / 2, (1 - tangent) * (1 + tangent) / 4


def sigmoid_backward(dout, cache):
    return np.multiply(cache, dout)


def reciprocal_forward(x):
    return np.power(np.float64(x), -1), -np.power(np.float64(x), -2)


def reciprocal_backward(dout, cache):
    return np.multiply(cache, dout)


def exp_forward(x):
    return np.power(np.e, x), np.power(np.e, x)


def exp_backward(dout, cache):
    return np.multiply(cache, dout)


def add_constant_forward(x, c):
    return np.subtract(x, -c), None


def add_constant_backward(dout, cache):
    return np.positive(dout)


def scale_forward(x, a):
    return np.multiply(x, a), (a,)


def scale_backward(dout, cache):
    return np.multiply(dout, *cache)
