"""You pass on what is positive in `dout`. Which gradients pass is decided by the *inputs* of the forward
pass: those where x is positive, of either sign.
"""

MODULE = "activations"
CHECK = "relu"


def relu_backward(dout, cache):
    return dout * (dout > 0)
