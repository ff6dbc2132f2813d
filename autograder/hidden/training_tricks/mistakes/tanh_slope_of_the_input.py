"""The derivative of tanh is one minus the square of its *output*. You squared the input: 1 - x²."""

import numpy as np

MODULE = "activations"
CHECK = "tanh"


def tanh_forward(x):
    return np.tanh(x), x


def tanh_backward(dout, cache):
    return dout * (1 - cache**2)
