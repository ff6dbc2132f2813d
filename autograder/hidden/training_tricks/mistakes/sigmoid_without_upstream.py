"""You return the local slope σ(x) (1 - σ(x)) alone. By the chain rule it is multiplied by `dout`, the
gradient from above.
"""

MODULE = "activations"
CHECK = "sigmoid"


def sigmoid_backward(dout, cache):
    return cache * (1 - cache)
