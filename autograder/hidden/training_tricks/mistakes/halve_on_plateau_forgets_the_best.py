"""The best accuracy is forgotten when the rate is halved, so that the next epoch counts as progress. It
stays.
"""

import math

MODULE = "schedules"
CHECK = "halve_on_plateau_ties"


def halve_on_plateau(accuracies, rate, patience):
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited = 0 if accuracy > best else waited + 1
        best = max(best, accuracy)
        if waited == patience:
            rate, waited, best = rate / 2, 0, -math.inf
    return rate
