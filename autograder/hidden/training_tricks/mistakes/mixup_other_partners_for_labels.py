"""Images and labels are mixed with different partners, since the permutation is drawn twice. Draw it once
and use it for both."""

import numpy as np

MODULE = "augment"
CHECK = "mixup"


def mixup(X, y, alpha, rng, num_classes=10):
    share, Y = rng.beta(alpha, alpha, size=len(X)), np.eye(num_classes)[y]
    of_pixels, of_labels = share.reshape(-1, *[1] * (np.ndim(X) - 1)), share[:, None]
    X_mixed = of_pixels * X + (1 - of_pixels) * X[rng.permutation(len(X))]
    return X_mixed, of_labels * Y + (1 - of_labels) * Y[rng.permutation(len(X))]
