"""The sign is wrong: the step is minus the inverse Hessian times the gradient."""

import numpy as np

MODULE = "newton"
CHECK = "newton_step"


def newton_step(w, gradient, hessian):
    return w + np.linalg.solve(hessian, gradient)
