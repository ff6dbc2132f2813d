"""The gradient of the bias is zero in yours. The score grows by 1 where the bias does, as if the bias were
the weight of an input that is always 1.
"""

import numpy as np

MODULE = "circuit"
CHECK = "neuron_backward"


def neuron_backward(dout, cache):
    w, x, out = cache
    dscore = dout * out * (1.0 - out)
    return dscore * np.append(x, 0.0), dscore * w[:-1]
