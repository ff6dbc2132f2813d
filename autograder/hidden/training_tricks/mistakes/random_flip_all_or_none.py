"""One coin is tossed for the whole minibatch, so all images are mirrored or none. Toss one for each image:
an array of N random numbers."""

MODULE = "augment"
CHECK = "random_flip"


def random_flip(X, rng):
    return X[:, :, ::-1] if rng.random() < 0.5 else 1 * X
