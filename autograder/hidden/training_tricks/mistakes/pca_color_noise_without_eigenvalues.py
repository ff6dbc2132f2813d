"""The shifts are equally large in all directions. Multiply the amount of each component by its eigenvalue,
so that colours vary as they do in the images."""

import numpy as np

MODULE = "augment"
CHECK = "pca_color_noise"


def pca_color_noise(X, sigma, rng):
    _, directions = np.linalg.eigh(np.cov(X.reshape(-1, X.shape[-1]), rowvar=False))
    amounts = sigma * rng.normal(size=(len(X), X.shape[-1]))
    return X + (amounts @ directions.T)[:, None, None, :]
