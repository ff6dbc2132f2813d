"""Every second image is mirrored, always the same ones, so nothing is random about it. Compare
`rng.random(len(X))` with 0.5."""

MODULE = "augment"
CHECK = "random_flip"


def random_flip(X, rng):
    out = X.copy()
    out[::2] = X[::2, :, ::-1]
    return out
