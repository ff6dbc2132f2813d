"""One number, the mean over all pixels of all images, is subtracted everywhere. The mean image has a
value for each pixel: axis=0.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean"


def subtract_mean(train, *others):
    return tuple(images - np.mean(train) for images in (train, *others))
