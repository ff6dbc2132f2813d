"""1 / x falls as x grows: its derivative, -1 / x², is negative."""

MODULE = "gates"
CHECK = "one_input_gates"


def reciprocal_backward(dout, cache):
    return dout / cache**2
