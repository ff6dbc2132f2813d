"""One magnification is drawn for the whole minibatch. Draw one for each image."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop_scaled"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    side = round(size / rng.uniform(*scale))
    steps = np.arange(size) * side // size
    rows = rng.integers(H - side + 1, size=(N, 1)) + steps
    columns = rng.integers(W - side + 1, size=(N, 1)) + steps
    return X[np.arange(N)[:, None, None], rows[:, :, None], columns[:, None, :]]
