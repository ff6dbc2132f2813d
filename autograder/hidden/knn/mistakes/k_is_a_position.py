"""You returned the position of the best k among the choices. Return k itself, the key."""

import numpy as np

MODULE = "cross_validation"
CHECK = "choose_k"


def choose_k(accuracies):
    return int(np.argmax([np.mean(values) for values in accuracies.values()]))
