"""The named parameters are trained and all others are frozen. It is the other way round."""

import numpy as np

MODULE = "transfer"
CHECK = "freeze"


def freeze(grads, names):
    return {name: grad if name in names else np.zeros_like(grad) for name, grad in grads.items()}
