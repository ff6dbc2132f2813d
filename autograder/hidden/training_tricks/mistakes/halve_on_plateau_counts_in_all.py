"""Epochs without progress are counted over the whole training. They must follow each other: a new best sets
the count to 0.
"""

import math

MODULE = "schedules"
CHECK = "halve_on_plateau"


def halve_on_plateau(accuracies, rate, patience):
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited += accuracy <= best
        best = max(best, accuracy)
        if waited == patience:
            rate, waited = rate / 2, 0
    return rate
