"""There are ten bins whatever `nbin` is."""

import numpy as np

MODULE = "features"
CHECK = "histogram_counts"


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    counts, _ = np.histogram(hue(im) * xmax, bins=10, range=(xmin, xmax))  # noqa: F821
    return counts / counts.sum() if normalized else counts.astype(float)
