"""The derivative of the sigmoid is σ(x) (1 - σ(x)), in terms of its *output*. You put in the input, x (1 -
x).
"""

import numpy as np

MODULE = "activations"
CHECK = "sigmoid"


def sigmoid_forward(x):
    return 1 / (1 + np.exp(-x)), x


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)
