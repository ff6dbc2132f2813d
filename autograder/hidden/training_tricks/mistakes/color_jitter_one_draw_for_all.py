"""The factors are drawn once for the whole minibatch. Every image gets factors of its own: shapes (N, 1, 1,
C) and (N, 1, 1, 1)."""

MODULE = "augment"
CHECK = "color_jitter"


def color_jitter(X, strength, rng):
    mean = X.mean(axis=(1, 2), keepdims=True)
    u, v = rng.uniform(-strength, strength, size=(X.shape[-1])), rng.uniform(-strength, strength)
    return (1 + u) * mean + (1 + v) * (X - mean)
