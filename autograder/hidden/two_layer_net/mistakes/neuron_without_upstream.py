"""`dout`, the gradient from above, is not in your result. The chain rule multiplies by it."""

import numpy as np

MODULE = "circuit"
CHECK = "neuron_backward"


def neuron_backward(dout, cache):
    w, x, out = cache
    dscore = out * (1.0 - out)
    return dscore * np.append(x, 1.0), dscore * w[:-1]
