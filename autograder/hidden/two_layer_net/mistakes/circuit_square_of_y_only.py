"""The denominator squares y alone: in Python ** comes before +, so x + y needs its parentheses."""

import numpy as np

MODULE = "circuit"
CHECK = "circuit_forward"


def circuit_forward(x, y):
    sig_x, sig_y = 1.0 / (1.0 + np.exp(-x)), 1.0 / (1.0 + np.exp(-y))
    num, xpy = x + sig_y, x + y
    inv_den = 1.0 / (sig_x + x + y**2)
    return num * inv_den, (sig_y, num, sig_x, xpy, inv_den)
