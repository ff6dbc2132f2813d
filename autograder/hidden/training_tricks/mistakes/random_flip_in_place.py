"""The images that you were given are written over, so that the training set itself changes from epoch to
epoch. Change a copy: `X.copy()`."""

MODULE = "augment"
CHECK = "random_flip_keeps_the_images"


def random_flip(X, rng):
    flipped = rng.random(len(X)) < 0.5
    X[flipped] = X[flipped][:, :, ::-1]
    return X
