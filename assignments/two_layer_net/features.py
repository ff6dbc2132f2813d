"""Features of images: histograms of oriented gradients (HOG) and of hues."""

import numpy as np

from toolkit.progress import progress


def hog_feature(im):
    """Return the histogram of oriented gradients of an image: its texture, without its colours.

    1. Make it grey: ``0.299 R + 0.587 G + 0.114 B``. An image with one channel is taken as it is. Compute
       with floats.
    2. Take differences to the next pixel: ``gx[i, j] = grey[i, j + 1] - grey[i, j]`` (0 in the last column)
       and ``gy[i, j] = grey[i + 1, j] - grey[i, j]`` (0 in the last row).
    3. The magnitude is ``sqrt(gx² + gy²)``. The orientation is the angle of (gx, gy) without its sign, in
       degrees from 0 up to, but without, 180: opposite directions count as the same (``arctan2`` gives -180
       to 180: take it modulo 180). Divide the half circle into nine bins of 20 degrees.
    4. Divide the image into cells of 8 × 8 pixels; rows and columns left over at the end are ignored. For
       each cell and each bin, add the magnitudes of the cell's pixels with that orientation, and divide by
       64.

    Parameters
    ----------
    im : array (height, width, 3) or (height, width)
        Values from 0 to 255, of any numeric type.

    Returns
    -------
    feature : float array (height // 8 * (width // 8) * 9,)
        The nine bins of the cell in the upper left corner, then those of its neighbour to the right, and so
        on, row by row: 144 numbers for an image of 32 × 32.

    References
    ----------
    N. Dalal and B. Triggs, "Histograms of oriented gradients for human detection", CVPR 2005 (here without
    their normalization over blocks of cells).
    """
    raise NotImplementedError("Implement hog_feature in features.py")


def hue(im):
    """Return the hue of every pixel: red 0, green 1/3, blue 2/3, then round to red again; 0 where it is grey.

    Parameters
    ----------
    im : array (height, width, 3)
        Values from 0 to 255.

    Returns
    -------
    hues : float array (height, width)
        From 0 up to, but without, 1: the first of the HSV channels, as in ``matplotlib.colors.rgb_to_hsv``.
    """
    red, green, blue = np.moveaxis(np.asarray(im, dtype=float), -1, 0)
    highest = np.maximum(np.maximum(red, green), blue)
    spread = highest - np.minimum(np.minimum(red, green), blue)
    safe = np.where(spread == 0, 1, spread)
    sixths = np.select(
        [highest == red, highest == green],
        [(green - blue) / safe, 2 + (blue - red) / safe],
        4 + (red - green) / safe,
    )
    return np.where(spread == 0, 0, sixths / 6 % 1)


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    """Return the histogram of an image's hues: its colours, without its shapes.

    The hues, from `hue` above, are multiplied by `xmax` and counted in `nbin` bins of equal width that divide
    the range from `xmin` to `xmax`.

    Parameters
    ----------
    im : array (height, width, 3)
        Values from 0 to 255.
    nbin : int
    xmin, xmax : float
        Range of the histogram.
    normalized : bool
        Whether to divide the counts by their sum, so that images of any size can be compared.

    Returns
    -------
    histogram : float array (nbin,)
        Its entries add up to 1 if `normalized`.
    """
    raise NotImplementedError("Implement color_histogram_hsv in features.py")


def extract_features(images, feature_fns, verbose=False):
    """Return the features of many images, one row an image.

    Parameters
    ----------
    images : array (N, height, width, 3) or (N, height, width)
    feature_fns : list of functions
        Each takes one image and returns an array of one dimension, of the same length for every image.
    verbose : bool
        Show progress; nothing else depends on it.

    Returns
    -------
    features : float array (N, F)
        In each row, what the functions return for that image, in the order of the list; F is their total
        length.
    """
    raise NotImplementedError("Implement extract_features in features.py")
