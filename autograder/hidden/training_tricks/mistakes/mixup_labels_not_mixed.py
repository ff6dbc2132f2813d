"""The images are mixed, the labels are not: an image that is half cat and half dog still counts as a cat.
Mix the rows of 0 and 1 in the same proportion."""

import numpy as np

MODULE = "augment"
CHECK = "mixup"


def mixup(X, y, alpha, rng, num_classes=10):
    partner, share = rng.permutation(len(X)), rng.beta(alpha, alpha, size=len(X))
    of_pixels = share.reshape(-1, *[1] * (np.ndim(X) - 1))
    return of_pixels * X + (1 - of_pixels) * X[partner], np.eye(num_classes)[y]
