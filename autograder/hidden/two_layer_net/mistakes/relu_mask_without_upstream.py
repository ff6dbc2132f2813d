"""Your gradient is the mask of ones and zeros. Multiply it by dout, the gradient from above."""

MODULE = "layers"
CHECK = "relu_backward"


def relu_backward(dout, cache):
    return (cache > 0).astype(float)
