"""This is the backward difference, (f(x) - f(x - h)) / h. Its error is of the same order with the
opposite sign; the forward difference steps to x + h.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "forward_difference"


def forward_difference(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    old_f = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old - h
        gradient[i] = (old_f - f(x)) / h
        x[i] = old
    return gradient
