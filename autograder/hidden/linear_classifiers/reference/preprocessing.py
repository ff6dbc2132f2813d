"""Reference: the mean by a product with ones, arrays filled part by part."""

import numpy as np


def _real(images):
    images = np.asarray(images)
    return images if images.dtype.kind == "f" else images.astype(np.float64)


def subtract_mean(train, *others):
    count = len(train)
    mean = np.einsum("nd->d", _real(train).astype(np.float64)) / count
    centred = []
    for images in (train, *others):
        result = _real(images).copy()
        result -= mean.astype(result.dtype)
        centred.append(result)
    return tuple(centred)


def append_bias(X):
    result = np.full((X.shape[0], X.shape[1] + 1), 1, X.dtype)
    result[:, :-1] = X
    return result


def scale_to_unit(images):
    return np.interp(images, (0, 255), (-1, 1))
