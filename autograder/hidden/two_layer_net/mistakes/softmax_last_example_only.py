"""Only the last example counts: the lines that add to the loss and to the gradient stand behind the loop, not
in it. Check the indentation.
"""

import numpy as np

MODULE = "layers"
CHECK = "softmax_loss"


def softmax_loss(x, y):
    loss, dx = 0.0, np.zeros(x.shape)
    for i in range(len(x)):
        exps = np.exp(x[i] - x[i].max())
        p = exps / exps.sum()
    loss -= np.log(p[y[i]])
    dx[i] = p
    dx[i, y[i]] -= 1
    return loss / len(x), dx / len(x)
