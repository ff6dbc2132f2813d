"""All images of the minibatch are cut at the same place. Draw N rows and N columns, one of each for every
image."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    side = np.rint(size / rng.uniform(*scale, size=N)).astype(int)
    top = rng.integers(H - side.max() + 1)
    left = rng.integers(W - side.max() + 1)
    return _squares(X, size, side, np.full(N, top), np.full(N, left))


def _squares(X, size, side, top, left):
    steps = np.arange(size) * side[:, None] // size
    rows, columns = top[:, None] + steps, left[:, None] + steps
    return X[np.arange(len(X))[:, None, None], rows[:, :, None], columns[:, None, :]]
