"""You sum dout over the outputs, so db has one entry for each example. Sum over the examples, axis 0: db has
the shape of b.
"""

MODULE = "layers"
CHECK = "affine_backward"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=1)
    return dx, dw, db
