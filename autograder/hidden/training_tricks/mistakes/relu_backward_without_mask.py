"""You pass on the whole gradient. Where x is negative ReLU is flat, so the gradient there is 0."""

MODULE = "activations"
CHECK = "relu"


def relu_backward(dout, cache):
    return 1.0 * dout
