"""Each pixel is shifted by an amount of its own, which is noise. All pixels of an image are shifted alike,
as if the light had another colour."""

import numpy as np

MODULE = "augment"
CHECK = "pca_color_noise"


def pca_color_noise(X, sigma, rng):
    eigenvalues, directions = np.linalg.eigh(np.cov(X.reshape(-1, X.shape[-1]), rowvar=False))
    amounts = sigma * rng.normal(size=X.shape) * eigenvalues
    return X + amounts @ directions.T
