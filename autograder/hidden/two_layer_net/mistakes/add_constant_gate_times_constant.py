"""The gradient of c + x does not depend on c: adding a constant moves the output and leaves every slope as it
is.
"""

MODULE = "gates"
CHECK = "one_input_gates"


def add_constant_forward(x, c):
    return c + x, c


def add_constant_backward(dout, cache):
    return cache * dout
