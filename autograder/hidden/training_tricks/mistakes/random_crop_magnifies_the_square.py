"""The side of the square is `size` times the magnification. It is divided by it: to show something larger,
show less of the image."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop_scaled"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    side = np.rint(size * rng.uniform(*scale, size=N)).astype(int)
    top, left = rng.integers(H - side + 1), rng.integers(W - side + 1)
    steps = np.arange(size) * side[:, None] // size
    rows, columns = top[:, None] + steps, left[:, None] + steps
    return X[np.arange(N)[:, None, None], rows[:, :, None], columns[:, None, :]]
