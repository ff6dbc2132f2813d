"""The output is one number: `np.sum` adds up all entries of both arrays. A gate works
entry by entry: x + y.
"""

import numpy as np

MODULE = "gates"
CHECK = "add_gate"


def add_forward(x, y):
    return np.sum([x, y]), None
