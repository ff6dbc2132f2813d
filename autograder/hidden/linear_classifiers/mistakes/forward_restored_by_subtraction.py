"""x is nearly, but not exactly, what it was: (x + h) - h rounds. Keep the old value and put it back."""

import numpy as np

MODULE = "gradient_check"
CHECK = "forward_difference_restores"


def forward_difference(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    old_f = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        gradient[i] = (f(x) - old_f) / h
        x[i] -= h
    return gradient
