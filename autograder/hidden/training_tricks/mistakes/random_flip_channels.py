"""The channels are reversed, red becomes blue: the last axis is the colour. The columns are axis 2, `X[:, :,
::-1]`."""

import numpy as np

MODULE = "augment"
CHECK = "random_flip"


def random_flip(X, rng):
    flipped = rng.random(len(X)) < 0.5
    return np.where(flipped[:, None, None, None], X[..., ::-1], X)
