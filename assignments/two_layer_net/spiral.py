"""A toy problem that no linear classifier can solve."""

import numpy as np


def make_spiral(rng, num_per_class=100, num_classes=3):
    """Return points on interleaved spiral arms, one arm for each class.

    On arm j the radius r grows evenly from 0 to 1 (both included) while the angle t grows evenly from 4 j to
    4 (j + 1) radians (both included), plus Gaussian noise of standard deviation 0.2 for each point. A point
    is ``(r sin t, r cos t)``.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of the noise.
    num_per_class, num_classes : int
        N and C.

    Returns
    -------
    X : float array (N · C, 2)
        The points of class 0, then those of class 1, and so on, each from the centre outwards.
    y : integer array (N · C,)
        0 for the first N points, then 1, and so on.

    References
    ----------
    CS231n course notes, "Putting it together: Minimal Neural Network Case Study".
    """
    raise NotImplementedError("Implement make_spiral in spiral.py")
