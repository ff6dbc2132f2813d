"""`math.exp` takes numbers only. `np.exp` takes arrays, too, entry by entry."""

import math

MODULE = "gates"
CHECK = "one_input_gates"


def exp_forward(x):
    power = math.exp(x)
    return power, power
