"""0.2 has become the variance of the noise. It is its standard deviation: multiply Gaussian numbers by 0.2,
not by its root.
"""

import numpy as np

MODULE = "spiral"
CHECK = "make_spiral_angles"


def make_spiral(rng, num_per_class=100, num_classes=3):
    points = []
    radius = np.linspace(0, 1, num_per_class)
    for j in range(num_classes):
        angle = np.linspace(4 * j, 4 * (j + 1), num_per_class) + np.sqrt(0.2) * rng.normal(size=num_per_class)
        points.append(np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1))
    return np.concatenate(points), np.repeat(np.arange(num_classes), num_per_class)
