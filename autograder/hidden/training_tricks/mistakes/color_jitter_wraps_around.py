"""The result is stored as bytes: what is above 255 wraps around and becomes dark. Return floating-point
numbers."""

import numpy as np

MODULE = "augment"
CHECK = "color_jitter_of_bytes"


def color_jitter(X, strength, rng):
    N, _, _, C = X.shape
    mean = X.mean(axis=(1, 2), keepdims=True)
    u = rng.uniform(-strength, strength, size=(N, 1, 1, C))
    v = rng.uniform(-strength, strength, size=(N, 1, 1, 1))
    changed = (1 + u) * mean + (1 + v) * (X - mean)
    return changed.astype(int).astype(np.uint8) if X.dtype == np.uint8 else changed
