"""`scale` is not used: all squares have sides of `size` pixels. Cut a square of `round(size / s)` pixels,
with s drawn from `scale`, and rescale it."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop_scaled"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    rows = rng.integers(H - size + 1, size=(N, 1)) + np.arange(size)
    columns = rng.integers(W - size + 1, size=(N, 1)) + np.arange(size)
    return X[np.arange(N)[:, None, None], rows[:, :, None], columns[:, None, :]]
