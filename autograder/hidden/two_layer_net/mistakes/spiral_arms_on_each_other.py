"""All arms have the same angles, so the classes lie on each other: the angle of arm j goes from 4 j to 4 (j +
1).
"""

import numpy as np

MODULE = "spiral"
CHECK = "make_spiral_angles"


def make_spiral(rng, num_per_class=100, num_classes=3):
    points = []
    radius = np.linspace(0, 1, num_per_class)
    for _ in range(num_classes):
        angle = np.linspace(0, 4, num_per_class) + 0.2 * rng.normal(size=num_per_class)
        points.append(np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1))
    return np.concatenate(points), np.repeat(np.arange(num_classes), num_per_class)
