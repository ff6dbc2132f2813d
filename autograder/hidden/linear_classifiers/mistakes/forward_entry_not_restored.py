"""An entry keeps its step while the next ones are moved, so the later slopes are taken elsewhere. Put
each entry back before the next.
"""

import numpy as np

MODULE = "gradient_check"
CHECK = "forward_difference"


def forward_difference(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    old_f = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        gradient[i] = (f(x) - old_f) / h
    return gradient
