"""dw is divided by the number of examples. The loss has done that already, and dout carries it."""

MODULE = "layers"
CHECK = "affine_backward"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout / len(x)
    db = dout.sum(axis=0)
    return dx, dw, db
