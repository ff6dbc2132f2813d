"""dw is not multiplied by the mask. A weight that was switched off had no effect, so its gradient is 0; that
of the others has the factor 1 / p.
"""

MODULE = "dropconnect"
CHECK = "dropconnect_backward"


def dropconnect_backward(dout, cache):
    x, w, mask = cache
    return dout @ (w * mask).T, x.T @ dout, dout.sum(axis=0)
