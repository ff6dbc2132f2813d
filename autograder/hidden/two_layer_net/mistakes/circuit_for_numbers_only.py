"""`math.exp` takes numbers only. `np.exp` takes arrays, too, and treats every entry as a
circuit of its own.
"""

import math

MODULE = "circuit"
CHECK = "circuit_arrays"


def circuit_forward(x, y):
    sig_x, sig_y = 1.0 / (1.0 + math.exp(-x)), 1.0 / (1.0 + math.exp(-y))
    num, xpy = x + sig_y, x + y
    inv_den = 1.0 / (sig_x + xpy**2)
    return num * inv_den, (sig_y, num, sig_x, xpy, inv_den)
