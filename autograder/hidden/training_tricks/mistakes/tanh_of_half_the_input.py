"""2 σ(x) - 1 is tanh(x / 2). For tanh the sigmoid is squeezed to half its width, too: tanh(x) = 2
σ(2x) - 1.
"""

import numpy as np

MODULE = "activations"
CHECK = "tanh"


def tanh_forward(x):
    out = 2 / (1 + np.exp(-x)) - 1
    return out, out
