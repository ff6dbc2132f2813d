"""The weights were trained on pixels divided by 255, and are used on pixels from 0 to 255. Train on pixels as
`load_cifar10` gives them, or divide the rows of W but the last by 255 and multiply the mean image by 255
before you save them."""

import numpy as np

MODULE = "best_softmax.npz"
CHECK = "best_softmax"


def spoil(arrays):
    W = np.vstack([255 * arrays["W"][:-1], arrays["W"][-1:]])
    return {"W": W, "mean_image": arrays["mean_image"] / 255}


def mend(arrays, inputs):
    W = np.vstack([arrays["W"][:-1] / 255, arrays["W"][-1:]])
    return {"W": W, "mean_image": 255 * arrays["mean_image"]}
