"""The mean is taken over all images, test images included. That is a leak from the test data, small here
and large elsewhere: take it over the training images alone.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean"


def subtract_mean(train, *others):
    mean = np.mean(np.concatenate([train, *others]), axis=0)
    return tuple(images - mean for images in (train, *others))
