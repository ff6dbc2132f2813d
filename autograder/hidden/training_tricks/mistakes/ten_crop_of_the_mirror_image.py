"""The right squares, but the last five in another order: those of the mirrored image instead of the mirrored
squares. The square at the top left, mirrored, is the sixth."""

import numpy as np

MODULE = "augment"
CHECK = "ten_crop"


def ten_crop(X, size):
    down, right = X.shape[1] - size, X.shape[2] - size
    corners = [(0, 0), (0, right), (down, 0), (down, right), (down // 2, right // 2)]
    views = (X, X[:, :, ::-1])
    return np.stack([V[:, i : i + size, j : j + size] for V in views for i, j in corners], axis=1)
