"""λ is drawn from Beta(alpha, 1), which prefers one of the two images. Both parameters of the distribution
are alpha."""

import numpy as np

MODULE = "augment"
CHECK = "mixup_of_images"


def mixup(X, y, alpha, rng, num_classes=10):
    partner, share = rng.permutation(len(X)), rng.beta(alpha, 1, size=len(X))
    of_pixels, of_labels = share.reshape(-1, *[1] * (np.ndim(X) - 1)), share[:, None]
    Y = np.eye(num_classes)[y]
    return of_pixels * X + (1 - of_pixels) * X[partner], of_labels * Y + (1 - of_labels) * Y[partner]
