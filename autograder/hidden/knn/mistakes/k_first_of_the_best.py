"""Of several k with the same mean you take the one that comes first in the dictionary, whose order is that
in which the choices were made. The smallest k wins.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "choose_k_tie"


def choose_k(accuracies):
    return max(accuracies, key=lambda k: np.mean(accuracies[k]))
