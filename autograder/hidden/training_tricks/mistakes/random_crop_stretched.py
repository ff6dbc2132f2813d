"""Height and width get magnifications of their own, so that things look stretched. Here both share one; draw
it once for each image."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop_scaled"


def random_crop(X, size, rng, scale=(1, 1)):
    N, H, W, _ = X.shape
    sides = np.rint(size / rng.uniform(*scale, size=(2, N))).astype(int)
    steps = [np.arange(size) * side[:, None] // size for side in sides]
    rows = rng.integers(H - sides[0] + 1)[:, None] + steps[0]
    columns = rng.integers(W - sides[1] + 1)[:, None] + steps[1]
    return X[np.arange(N)[:, None, None], rows[:, :, None], columns[:, None, :]]
