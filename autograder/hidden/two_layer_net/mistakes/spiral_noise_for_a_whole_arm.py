"""There is one number of noise for a whole arm, which turns it. Draw one for each point,
`size=num_per_class`.
"""

import numpy as np

MODULE = "spiral"
CHECK = "make_spiral_angles"


def make_spiral(rng, num_per_class=100, num_classes=3):
    points = []
    radius = np.linspace(0, 1, num_per_class)
    for j in range(num_classes):
        angle = np.linspace(4 * j, 4 * (j + 1), num_per_class) + 0.2 * rng.normal()
        points.append(np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1))
    return np.concatenate(points), np.repeat(np.arange(num_classes), num_per_class)
