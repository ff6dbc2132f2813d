"""You get the mask by dividing max(0, x) by x: 0 / 0 is NaN where an input is exactly 0. Compare instead: x >
0.
"""

import numpy as np

MODULE = "activations"
CHECK = "relu_zeros"


def relu_backward(dout, cache):
    return dout * np.maximum(cache, 0) / cache
