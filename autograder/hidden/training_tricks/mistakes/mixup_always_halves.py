"""Every image is the plain mean of two. The proportion λ is random, drawn from the beta distribution with
the parameters alpha and alpha."""

import numpy as np

MODULE = "augment"
CHECK = "mixup"


def mixup(X, y, alpha, rng, num_classes=10):
    partner, Y = rng.permutation(len(X)), np.eye(num_classes)[y]
    return (X + X[partner]) / 2, (Y + Y[partner]) / 2
