"""At exactly 0 your gradient passes. ReLU has no derivative there, and 1 is as good a choice as 0."""

MODULE = "activations"
CHECK = "relu_zeros"
KEEPS = 1.0


def relu_backward(dout, cache):
    return dout * (cache >= 0)
