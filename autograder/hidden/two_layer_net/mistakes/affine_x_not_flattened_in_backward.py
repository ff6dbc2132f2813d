"""In the backward pass, too, images must be flattened to rows before `x.T @ dout`."""

MODULE = "layers"
CHECK = "affine_backward_images"


def affine_backward(dout, cache):
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.T.dot(dout)
    db = dout.sum(axis=0)
    return dx, dw, db
