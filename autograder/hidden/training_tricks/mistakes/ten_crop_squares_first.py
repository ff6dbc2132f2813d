"""The ten squares are counted by the first axis. The first axis counts the images: stack along axis 1."""

import numpy as np

MODULE = "augment"
CHECK = "ten_crop"


def ten_crop(X, size):
    down, right = X.shape[1] - size, X.shape[2] - size
    corners = [(0, 0), (0, right), (down, 0), (down, right), (down // 2, right // 2)]
    squares = np.stack([X[:, i : i + size, j : j + size] for i, j in corners])
    return np.concatenate([squares, squares[:, :, :, ::-1]])
