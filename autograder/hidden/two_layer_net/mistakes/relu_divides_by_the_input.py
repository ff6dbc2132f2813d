"""Where x is exactly 0 you divide 0 by 0, which is NaN. Compare instead: `x > 0`."""

import numpy as np

MODULE = "layers"
CHECK = "relu_backward_zeros"


def relu_backward(dout, cache):
    return dout * np.maximum(cache, 0) / cache
