"""The second half is missing: where the target is 0 the loss is -log(1 - sigma(s)), else every output for
it would be as good as any other.
"""

import numpy as np

MODULE = "sigmoid_losses"
CHECK = "cross_entropy_sigmoid"


def cross_entropy_sigmoid(s, t):
    out = 1 / (1 + np.exp(-s))
    return -t * np.log(out), out - t
