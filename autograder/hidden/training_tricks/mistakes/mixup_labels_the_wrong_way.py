"""Images and labels are mixed in opposite proportions: where the image gets λ, the label gets 1 - λ."""

import numpy as np

MODULE = "augment"
CHECK = "mixup"


def mixup(X, y, alpha, rng, num_classes=10):
    partner, share = rng.permutation(len(X)), rng.beta(alpha, alpha, size=len(X))
    of_pixels, of_labels = share.reshape(-1, *[1] * (np.ndim(X) - 1)), share[:, None]
    Y = np.eye(num_classes)[y]
    return of_pixels * X + (1 - of_pixels) * X[partner], (1 - of_labels) * Y + of_labels * Y[partner]
