"""u and v are drawn from a normal distribution, with now and then a very large factor. They are uniform,
from -strength to strength."""

MODULE = "augment"
CHECK = "color_jitter"


def color_jitter(X, strength, rng):
    N, _, _, C = X.shape
    mean = X.mean(axis=(1, 2), keepdims=True)
    u, v = strength * rng.normal(size=(N, 1, 1, C)), strength * rng.normal(size=(N, 1, 1, 1))
    return (1 + u) * mean + (1 + v) * (X - mean)
