"""db has shape (1, M). A gradient has the shape of what it belongs to, (M,): sum without `keepdims`."""

MODULE = "dropconnect"
CHECK = "dropconnect_backward"


def dropconnect_backward(dout, cache):
    x, w, mask = cache
    return dout @ (w * mask).T, (x.T @ dout) * mask, dout.sum(axis=0, keepdims=True)
