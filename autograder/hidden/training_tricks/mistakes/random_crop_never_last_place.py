"""The last row and the last column of the images are never in a square. A square of side s fits at H - s + 1
places, and the upper limit of `rng.integers` is left out itself: `rng.integers(H - s + 1)`."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    side = np.rint(size / rng.uniform(*scale, size=N)).astype(int)
    top, left = rng.integers(H - side), rng.integers(W - side)
    steps = np.arange(size) * side[:, None] // size
    rows, columns = top[:, None] + steps, left[:, None] + steps
    return X[np.arange(N)[:, None, None], rows[:, :, None], columns[:, None, :]]
