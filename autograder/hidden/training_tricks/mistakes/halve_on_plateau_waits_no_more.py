"""After the first halving the rate is halved at every further epoch without progress. The waiting begins
anew, at 0, after each halving.
"""

import math

MODULE = "schedules"
CHECK = "halve_on_plateau"


def halve_on_plateau(accuracies, rate, patience):
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited = 0 if accuracy > best else waited + 1
        best = max(best, accuracy)
        if waited >= patience:
            rate /= 2
    return rate
