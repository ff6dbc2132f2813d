"""The network was trained with the histogram of hues before HOG. Extract the features with
`[hog_feature, color_histogram_hsv]`, in this order."""

import numpy as np

MODULE = "best_features_net.npz"
CHECK = "best_features_net"
HUES = 10


def spoil(arrays):
    return _rolled(arrays, HUES)


def mend(arrays, inputs):
    return _rolled(arrays, -HUES)


def _rolled(arrays, count):
    return {**arrays, **{name: np.roll(arrays[name], count, axis=0) for name in ("W1", "mean", "std")}}
