"""Reference: the quotient rule on paper, and a neuron whose inputs are padded with a one."""

import numpy as np


def _sigmoid(t):
    return (1 + np.tanh(t / 2)) / 2


def _slope(t):
    return 1 / (2 + 2 * np.cosh(t))


def circuit_forward(x, y):
    return (x + _sigmoid(y)) / (_sigmoid(x) + (x + y) ** 2), (x, y)


def circuit_backward(cache):
    x, y = cache
    u, v = x + _sigmoid(y), _sigmoid(x) + (x + y) ** 2
    v_x = _slope(x) + 2 * (x + y)
    v_y = 2 * (x + y)
    return (v - u * v_x) / v**2, (_slope(y) * v - u * v_y) / v**2


def neuron_forward(w, x):
    padded = np.concatenate([x, [1.0]])
    score = float(np.vdot(w, padded))
    return float(_sigmoid(score)), (w, padded, score)


def neuron_backward(dout, cache):
    w, padded, score = cache
    slope = dout * _slope(score)
    return np.outer(slope, padded)[0], np.outer(slope, w)[0, :-1]
