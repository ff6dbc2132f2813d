"""Checks of the features: histograms of gradients and of hues, and their extraction from many images."""

import numpy as np

from toolkit.checks import check


def photograph(rng, height, width):
    """Return an image of random floats whose last row is of one colour: no orientation is exactly zero."""
    image = rng.uniform(0, 255, (height, width, 3))
    image[-1] = image[-1, 0]
    return image


def colours(rng, height, width):
    """Return an image of bytes whose hues keep clear of the borders between bins."""
    middle = 35 + 20 * rng.integers(0, 9, (height, width, 1)) + rng.integers(0, 10, (height, width, 1))
    ends = np.broadcast_to([30, 230], (height, width, 2))
    return rng.permuted(np.concatenate([ends, middle], axis=2), axis=2).astype(np.uint8)


@check("features", points=2)
def hog_feature(features, rng):
    """Histogram of oriented gradients of a colour image"""
    return {"feature": features.hog_feature(photograph(rng, 24, 16))}


@check("features", points=1)
def color_histogram_hsv(features, rng):
    """Histogram of hues"""
    return {"histogram": features.color_histogram_hsv(colours(rng, 6, 9), nbin=10)}


@check("features", points=1)
def extract_features(features, rng):
    """All features of an image in one row"""
    images = rng.uniform(0, 255, (4, 6, 5, 3))
    functions = [lambda im: im.mean(axis=(0, 1)), lambda im: np.array([im.max(), im[0, 1, 2]])]
    return {"features": features.extract_features(images, functions)}
