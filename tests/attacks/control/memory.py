"""Takes more memory than the machine can give to every submission."""

import numpy as np

STOPPED_BY = "rlimits"


def attack(target):
    blocks = [np.empty(1 << 29, np.uint8) for _ in range(8)]
    return len(blocks)
