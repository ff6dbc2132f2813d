"""From each image its own mean over the pixels is subtracted. Take the mean over the training images,
pixel by pixel: axis=0.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean"


def subtract_mean(train, *others):
    return tuple(images - np.mean(images, axis=1, keepdims=True) for images in (train, *others))
