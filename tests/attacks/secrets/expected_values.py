"""Reads the release's file of expected outputs with NumPy's own reader."""

import numpy as np

STOPPED_BY = "landlock"


def attack(target):
    return np.fromfile(target["expected"], np.uint8).tobytes().decode()
