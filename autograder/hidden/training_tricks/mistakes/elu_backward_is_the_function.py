"""Where x is negative you use the function alpha (exp(x) - 1) as its own derivative. That is alpha exp(x),
which is the output plus alpha.
"""

import numpy as np

MODULE = "activations"
CHECK = "elu"


def elu_backward(dout, cache):
    x, alpha = cache
    return dout * np.where(x > 0, 1.0, alpha * np.expm1(np.minimum(x, 0)))
