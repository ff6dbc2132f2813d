"""A value near the border is taken for one on it. The border is the smallest and the largest value that was
tried, exactly.
"""

import numpy as np

MODULE = "search"
CHECK = "on_border"


def on_border(best, values):
    return bool(np.isclose(best, [min(values), max(values)], rtol=0.05).any())
