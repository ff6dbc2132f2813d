"""The last five squares are turned upside down. They are mirrored left to right: reverse the columns."""

import numpy as np

MODULE = "augment"
CHECK = "ten_crop"


def ten_crop(X, size):
    down, right = X.shape[1] - size, X.shape[2] - size
    corners = [(0, 0), (0, right), (down, 0), (down, right), (down // 2, right // 2)]
    squares = np.stack([X[:, i : i + size, j : j + size] for i, j in corners], axis=1)
    return np.concatenate([squares, squares[:, :, ::-1]], axis=1)
