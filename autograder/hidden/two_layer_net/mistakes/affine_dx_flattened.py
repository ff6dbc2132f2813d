"""dx has kept the flattened shape (N, D). A gradient has the shape of what it belongs to:
`dx.reshape(x.shape)`.
"""

MODULE = "layers"
CHECK = "affine_backward_images"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = dout @ w.T
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
