"""Your points are (r cos t, r sin t), the same spiral in a mirror. That is as good a problem and costs
nothing.
"""

import numpy as np

MODULE = "spiral"
CHECK = "make_spiral_angles"
KEEPS = 1.0


def make_spiral(rng, num_per_class=100, num_classes=3):
    points = []
    radius = np.linspace(0, 1, num_per_class)
    for j in range(num_classes):
        angle = np.linspace(4 * j, 4 * (j + 1), num_per_class) + 0.2 * rng.normal(size=num_per_class)
        points.append(np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1))
    return np.concatenate(points), np.repeat(np.arange(num_classes), num_per_class)
