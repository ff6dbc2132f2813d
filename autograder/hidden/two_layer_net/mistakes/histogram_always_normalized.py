"""`normalized=False` asks for the counts, and yours add up to 1."""

import numpy as np

MODULE = "features"
CHECK = "histogram_counts"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    counts, _ = np.histogram(hue(im) * xmax, bins=nbin, range=(xmin, xmax))  # noqa: F821
    return counts / counts.sum()
