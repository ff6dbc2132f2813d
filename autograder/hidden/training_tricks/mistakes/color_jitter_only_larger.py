"""The factors lie between 1 and 1 + strength, so that images only become brighter and richer in contrast. u
and v are drawn from -strength to strength."""

MODULE = "augment"
CHECK = "color_jitter"


def color_jitter(X, strength, rng):
    N, _, _, C = X.shape
    mean = X.mean(axis=(1, 2), keepdims=True)
    u, v = rng.uniform(0, strength, size=(N, 1, 1, C)), rng.uniform(0, strength, size=(N, 1, 1, 1))
    return (1 + u) * mean + (1 + v) * (X - mean)
