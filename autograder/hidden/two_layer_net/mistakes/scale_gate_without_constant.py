"""The constant is missing from the gradient: where x grows by 1, a x grows by a."""

MODULE = "gates"
CHECK = "one_input_gates"


def scale_backward(dout, cache):
    return 1.0 * dout
