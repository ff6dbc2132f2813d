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
    ### BEGIN SOLUTION
    radius = np.tile(np.linspace(0, 1, num_per_class), num_classes)
    arms = [np.linspace(4 * j, 4 * (j + 1), num_per_class) for j in range(num_classes)]
    angle = np.concatenate(arms) + 0.2 * rng.normal(size=num_per_class * num_classes)
    X = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    return X, np.repeat(np.arange(num_classes), num_per_class)
    ### END SOLUTION
