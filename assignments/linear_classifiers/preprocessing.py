"""Prepare images for a linear classifier."""

import numpy as np


def subtract_mean(train, *others):
    """Subtract the mean training image from the training images, and the same mean from all others.

    The mean is a quantity that is learned from data, like the weights: it is taken over the training images
    only. Validation and test images stand for images that do not exist yet when the classifier is made.

    Parameters
    ----------
    train : array (N, D)
        Training images, one a row, of any numeric type, ``uint8`` included. Not changed.
    *others : arrays (M, D), each with an M of its own
        Validation, test and further images. Not changed.

    Returns
    -------
    centred : tuple of floating-point arrays
        `train` and each of `others`, in this order, with the mean of `train` subtracted. With `train` alone
        it is a tuple of one array.

    References
    ----------
    CS231n course notes, "Neural Networks Part 2", section on data preprocessing.
    """
    raise NotImplementedError("Implement subtract_mean in preprocessing.py")


def append_bias(X):
    """Append a column of ones, so that the last row of W takes the part of the bias: x W + b = [x, 1] [W; b].

    Parameters
    ----------
    X : floating-point array (N, D)
        Not changed.

    Returns
    -------
    X_bias : floating-point array (N, D + 1)
        `X`, and ones in the last column.

    References
    ----------
    CS231n course notes, "Linear classification", the bias trick.
    """
    raise NotImplementedError("Implement append_bias in preprocessing.py")


def scale_to_unit(images):
    """Map pixel values from [0, 255] to [-1, 1], linearly: 0 becomes -1 and 255 becomes 1.

    Parameters
    ----------
    images : array of any shape, values from 0 to 255
        Of any numeric type, ``uint8`` included. Not changed.

    Returns
    -------
    scaled : floating-point array of the same shape
    """
    raise NotImplementedError("Implement scale_to_unit in preprocessing.py")
