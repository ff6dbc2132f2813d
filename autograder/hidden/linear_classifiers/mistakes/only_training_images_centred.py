"""Only the training images are centred. The classifier is trained on centred images; others must be
shifted by the same mean, or it meets images of another brightness.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean"


def subtract_mean(train, *others):
    return (train - np.mean(train, axis=0), *others)
