"""The bias w[D], the last entry of w, is not added to the score."""

import numpy as np

MODULE = "circuit"
CHECK = "neuron_forward"


def neuron_forward(w, x):
    out = 1.0 / (1.0 + np.exp(-(w[:-1] @ x)))
    return out, (w, x, out)
