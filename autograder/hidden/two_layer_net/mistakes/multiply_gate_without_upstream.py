"""Your gradients are the local derivatives y and x. The chain rule multiplies them by `dout`, the gradient
from above.
"""

MODULE = "gates"
CHECK = "multiply_gate"


def multiply_backward(dout, cache):
    x, y = cache
    return y, x
