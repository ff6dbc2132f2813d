"""The gradient is put in place with an index, which numbers do not have. Multiply by a comparison instead,
`dout * (x > y)`: it works on both.
"""

import numpy as np

MODULE = "gates"
CHECK = "max_numbers"


def max_backward(dout, cache):
    x, y = cache
    dx, dy = np.zeros_like(x), np.zeros_like(y)
    dx[x >= y] = dout[x >= y]
    dy[x < y] = dout[x < y]
    return dx, dy
