"""Each epoch is compared with the one before. Compare it with the best so far."""

import math

MODULE = "schedules"
CHECK = "halve_on_plateau"


def halve_on_plateau(accuracies, rate, patience):
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited = 0 if accuracy > best else waited + 1
        best = accuracy
        if waited == patience:
            rate, waited = rate / 2, 0
    return rate
