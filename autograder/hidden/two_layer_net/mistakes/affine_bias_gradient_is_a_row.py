"""db has shape (1, M). A gradient has the shape of what it belongs to, and b has shape (M,): sum without
`keepdims`.
"""

MODULE = "layers"
CHECK = "affine_backward"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=0, keepdims=True)
    return dx, dw, db
