"""All three channels get the same factor of brightness, so the colours stay as they are. Draw u for each
image and channel: shape (N, 1, 1, C)."""

MODULE = "augment"
CHECK = "color_jitter"


def color_jitter(X, strength, rng):
    mean = X.mean(axis=(1, 2), keepdims=True)
    u, v = rng.uniform(-strength, strength, size=(2, len(X), 1, 1, 1))
    return (1 + u) * mean + (1 + v) * (X - mean)
