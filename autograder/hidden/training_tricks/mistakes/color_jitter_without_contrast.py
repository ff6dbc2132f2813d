"""Each channel is multiplied by one factor, so brightness and contrast change together. Multiply the mean by
1 + u and what differs from the mean by 1 + v."""

MODULE = "augment"
CHECK = "color_jitter"


def color_jitter(X, strength, rng):
    return (1 + rng.uniform(-strength, strength, size=(len(X), 1, 1, X.shape[-1]))) * X
