"""The counts are not divided by their sum: they add up to the number of pixels, not to 1."""

import numpy as np

MODULE = "features"
CHECK = "color_histogram_hsv"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    counts, _ = np.histogram(hue(im) * xmax, bins=nbin, range=(xmin, xmax))  # noqa: F821
    return counts.astype(float)
