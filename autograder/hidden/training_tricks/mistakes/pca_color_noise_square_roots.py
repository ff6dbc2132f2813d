"""The amounts are multiplied by the square roots of the eigenvalues. The paper multiplies by the eigenvalues
themselves."""

import numpy as np

MODULE = "augment"
CHECK = "pca_color_noise"


def pca_color_noise(X, sigma, rng):
    eigenvalues, directions = np.linalg.eigh(np.cov(X.reshape(-1, X.shape[-1]), rowvar=False))
    amounts = sigma * rng.normal(size=(len(X), len(eigenvalues))) * np.sqrt(eigenvalues)
    return X + (amounts @ directions.T)[:, None, None, :]
