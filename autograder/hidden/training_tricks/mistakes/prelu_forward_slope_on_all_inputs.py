"""The slope is for the negative inputs only; positive ones pass as they are."""

MODULE = "learned_activations"
CHECK = "prelu"


def prelu_forward(x, alpha):
    return alpha * x, (x, alpha)
