"""The loss is the distance, the root of the sum of squares. Squares without a root are meant: their gradient
is proportional to the difference."""

import numpy as np

MODULE = "losses"
CHECK = "l2_loss"


def l2_loss(x, y):
    distances = np.sqrt(np.sum((x - y) ** 2, axis=1, keepdims=True))
    return distances.mean(), (x - y) / distances / len(x)
