"""The difference is kept in uint8: negative values wrap around to 200 and more, and fractions are lost.
Compute with floating-point numbers.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean_uint8"


def subtract_mean(train, *others):
    mean = np.mean(train, axis=0)
    return tuple((images - mean.astype(images.dtype)) for images in (train, *others))
