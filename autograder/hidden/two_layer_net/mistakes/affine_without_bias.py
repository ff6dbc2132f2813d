"""The bias b is not added to the scores."""

MODULE = "layers"
CHECK = "affine_forward"


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w, (x, w, b)
