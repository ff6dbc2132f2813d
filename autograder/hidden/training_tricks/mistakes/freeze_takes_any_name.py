"""A name that is no parameter's is passed over, so that a misspelt name freezes nothing and nobody learns of
it. Raise a ValueError."""

import numpy as np

MODULE = "transfer"
CHECK = "freeze_misspelt"


def freeze(grads, names):
    return {name: np.zeros_like(grad) if name in names else grad for name, grad in grads.items()}
