"""One random number serves all three components, so all images are shifted along one line. Draw one for each
image and component."""

import numpy as np

MODULE = "augment"
CHECK = "pca_color_noise"


def pca_color_noise(X, sigma, rng):
    eigenvalues, directions = np.linalg.eigh(np.cov(X.reshape(-1, X.shape[-1]), rowvar=False))
    amounts = sigma * rng.normal(size=(len(X), 1)) * eigenvalues
    # The sign of an eigenvector is arbitrary: make its first entry positive.
    return X + (amounts @ (directions * np.sign(directions[0])).T)[:, None, None, :]
