"""The images that the caller passed are changed: `images -= mean` writes into them, and a second call
would shift them again. Make new arrays: `images - mean`.
"""

import numpy as np

MODULE = "preprocessing"
CHECK = "subtract_mean_unchanged"


def subtract_mean(train, *others):
    mean = np.mean(train, axis=0)
    centred = []
    for images in (train, *others):
        if images.dtype.kind == "f":
            images -= mean
        else:
            images = images - mean
        centred.append(images)
    return tuple(centred)
