"""The entries of different examples are mixed: `x.reshape(D, N).T` is not `x.reshape(N, D)`. The first axis
stays what it is, the others become one.
"""

MODULE = "layers"
CHECK = "affine_forward"


def affine_forward(x, w, b):
    rows = x.reshape(w.shape[0], len(x)).T
    return rows @ w + b, (x, w, b)
