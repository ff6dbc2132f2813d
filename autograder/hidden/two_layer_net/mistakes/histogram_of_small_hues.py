"""The hues go from 0 to 1 and the bins to 255, so nearly all pixels fall into the first: multiply the hues by
`xmax`.
"""

import numpy as np

MODULE = "features"
CHECK = "color_histogram_hsv"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    counts, _ = np.histogram(hue(im), bins=nbin, range=(xmin, xmax))  # noqa: F821
    return counts / counts.sum() if normalized else counts.astype(float)
