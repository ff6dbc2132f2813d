"""`dw` must have the shape of `w`, (D, M): which product of `x` and `dout` has it?"""

import numpy as np

MODULE = "dropconnect"
CHECK = "dropconnect_backward"


def dropconnect_backward(dout, cache):
    x, w, mask = cache
    dw = (dout.T @ x)[:, : w.shape[0]] * mask.T
    return dout @ (w * mask).T, np.ascontiguousarray(dw), dout.sum(axis=0)
