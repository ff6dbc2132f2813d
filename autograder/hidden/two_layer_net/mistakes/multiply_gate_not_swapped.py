"""Your inputs get the gradient times themselves. The derivative of x y with respect to x is y: a multiply
gate swaps its inputs.
"""

MODULE = "gates"
CHECK = "multiply_gate"


def multiply_backward(dout, cache):
    x, y = cache
    return dout * x, dout * y
