"""An equal accuracy is taken for progress. Only a strictly better one is."""

import math

MODULE = "schedules"
CHECK = "halve_on_plateau_ties"


def halve_on_plateau(accuracies, rate, patience):
    best, waited = -math.inf, 0
    for accuracy in accuracies:
        waited = 0 if accuracy >= best else waited + 1
        best = max(best, accuracy)
        if waited == patience:
            rate, waited = rate / 2, 0
    return rate
