"""Checks of preprocessing: all arrays are transformed, by statistics of the first."""

import numpy as np

from toolkit.checks import check, close, equal

NAMES = ("train", "validation", "test")
UNCHANGED = {
    "train": close(rtol=1e-4),
    "train_afterwards": equal(guard=True),
    "others_afterwards": equal(guard=True),
}
ROUGH = dict.fromkeys(NAMES, close(rtol=1e-4))  # wherever the usual, tiny eps is put


def splits(rng, num_features, sizes=(40, 9, 6)):
    """Return training, validation and test rows of correlated features; each has a mean of its own.

    The variances along the principal directions are clearly different, so that these are well defined.
    """
    spread = 1.5 ** np.arange(num_features)
    turn, _ = np.linalg.qr(rng.normal(size=(num_features, num_features)))
    return [
        rng.uniform(-3, 3, num_features) + rng.normal(size=(size, num_features)) * spread @ turn
        for size in sizes
    ]


def named(arrays):
    """Return the three arrays by their names."""
    return dict(zip(NAMES, arrays, strict=True))


def aligned(arrays):
    """Return arrays of principal coordinates by name, turned so that the largest training value is > 0."""
    train = np.asarray(arrays[0])
    largest = np.abs(train).argmax(axis=0)
    signs = np.sign(train[largest, np.arange(train.shape[1])])
    return named([array * signs for array in arrays])


def kept(function, data, **options):
    """Return the training rows that a function gives, and its arguments afterwards."""
    (train, _), (train_afterwards, others_afterwards) = function.with_args(*data, **options)
    return {
        "train": np.abs(train),
        "train_afterwards": train_afterwards,
        "others_afterwards": others_afterwards,
    }


@check("preprocessing", points=0.5)
def zero_center(preprocessing, rng):
    """Subtract the mean of the training data"""
    return named(preprocessing.zero_center(*splits(rng, 5)))


@check("preprocessing", points=0.75)
def standardize(preprocessing, rng):
    """Mean 0 and standard deviation 1"""
    return named(preprocessing.standardize(*splits(rng, 4)))


@check("preprocessing", points=1)
def pca(preprocessing, rng):
    """Coordinates along the principal directions (either sign)"""
    return aligned(preprocessing.pca(*splits(rng, 6), k=3))


@check("preprocessing", points=1, outputs=ROUGH)
def whiten(preprocessing, rng):
    """Uncorrelated coordinates of variance 1 (either sign)"""
    return aligned(preprocessing.whiten(*splits(rng, 5)))


### BEGIN HIDDEN TESTS
@check("preprocessing", points=0.25, cell="zero_center")
def zero_center_bytes(preprocessing, rng):
    """Images of bytes, which hold no negative numbers"""
    return named(
        [*preprocessing.zero_center(*(rng.integers(0, 256, (n, 7)).astype(np.uint8) for n in (8, 3, 4)))]
    )


@check("preprocessing", points=0.25, cell="zero_center", outputs=UNCHANGED, partial=False)
def zero_center_keeps_its_arguments(preprocessing, rng):
    """The arrays that are passed in stay as they are"""
    return kept(preprocessing.zero_center, splits(rng, 3, (12, 5)))


@check("preprocessing", points=0.5, cell="standardize")
def standardize_constant(preprocessing, rng):
    """A feature that never changes"""
    data = splits(rng, 4, (30, 7, 5))
    for X in data:
        X[:, 2] = 13.0
    return named(preprocessing.standardize(*data))


@check("preprocessing", points=0.25, cell="standardize", outputs=UNCHANGED, partial=False)
def standardize_keeps_its_arguments(preprocessing, rng):
    """The arrays that are passed in stay as they are"""
    return kept(preprocessing.standardize, splits(rng, 3, (14, 5)))


@check("preprocessing", points=0.5, cell="pca")
def pca_few_examples(preprocessing, rng):
    """Fewer examples than features, as with images"""
    return aligned(preprocessing.pca(*splits(rng, 10, (6, 4, 3)), k=4))


@check("preprocessing", points=0.25, cell="pca", outputs=UNCHANGED, partial=False)
def pca_keeps_its_arguments(preprocessing, rng):
    """The arrays that are passed in stay as they are"""
    return kept(preprocessing.pca, splits(rng, 4, (15, 6)), k=2)


@check("preprocessing", points=0.5, cell="whiten")
def whiten_eps(preprocessing, rng):
    """Small variances, where eps shows"""
    data = [0.1 * X for X in splits(rng, 4, (25, 8, 5))]
    return aligned(preprocessing.whiten(*data, eps=rng.uniform(0.02, 0.04)))


@check("preprocessing", points=0.25, cell="whiten", outputs=UNCHANGED, partial=False)
def whiten_keeps_its_arguments(preprocessing, rng):
    """The arrays that are passed in stay as they are"""
    return kept(preprocessing.whiten, splits(rng, 4, (16, 7)))


### END HIDDEN TESTS
