"""db is the mean of the rows of dout. It is their sum: the bias goes into every row, and branches add up (the
loss has divided by N already).
"""

MODULE = "layers"
CHECK = "affine_backward"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.mean(axis=0)
    return dx, dw, db
