"""Without normalization you multiply the counts by the width of a bin, as the published starter code does. A
common factor does no harm and costs nothing.
"""

import numpy as np

MODULE = "features"
CHECK = "histogram_counts"
KEEPS = 1.0


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    histogram, edges = np.histogram(hue(im) * xmax, bins=nbin, range=(xmin, xmax), density=normalized)  # noqa: F821
    return histogram * np.diff(edges)
