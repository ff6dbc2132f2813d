"""One factor of the derivative is missing: it is σ times (1 - σ)."""

MODULE = "gates"
CHECK = "sigmoid_gate"


def sigmoid_backward(dout, cache):
    return dout * (1.0 - cache)
