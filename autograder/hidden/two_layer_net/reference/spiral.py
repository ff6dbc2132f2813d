"""Reference: the arms as complex numbers."""

import numpy as np


def make_spiral(rng, num_per_class=100, num_classes=3):
    points, labels = [], []
    steps = np.arange(num_per_class) / max(num_per_class - 1, 1)
    for arm in range(num_classes):
        turn = np.exp(1j * (4 * (arm + steps) + rng.normal(0, 0.2, num_per_class)))
        points += [(z.imag, z.real) for z in steps * turn]
        labels += [arm] * num_per_class
    return np.array(points), np.array(labels)
