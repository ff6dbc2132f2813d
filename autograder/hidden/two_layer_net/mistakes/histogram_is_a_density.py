"""`density=True` divides by the width of the bins, too, so that the area is 1. Here the entries themselves
add up to 1.
"""

import numpy as np

MODULE = "features"
CHECK = "color_histogram_hsv"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    histogram, _ = np.histogram(hue(im) * xmax, bins=nbin, range=(xmin, xmax), density=normalized)  # noqa: F821
    return histogram.astype(float)
