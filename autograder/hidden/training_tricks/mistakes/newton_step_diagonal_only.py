"""You divide by the diagonal of the Hessian. That is right only if the axes of the valley are those of w;
solve the whole system.
"""

import numpy as np

MODULE = "newton"
CHECK = "newton_step"


def newton_step(w, gradient, hessian):
    return w - gradient / np.diag(hessian)
