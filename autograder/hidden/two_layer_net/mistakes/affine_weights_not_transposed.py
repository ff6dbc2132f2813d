"""`w.reshape(M, D)` has the shape of the transposed matrix, but its entries stand elsewhere. `w.T` exchanges
rows and columns.
"""

MODULE = "layers"
CHECK = "affine_backward"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.reshape(w.shape[1], -1)).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
