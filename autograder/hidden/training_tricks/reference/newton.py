"""Reference: Newton's step along each principal axis of the curvature."""

import numpy as np


def newton_step(w, gradient, hessian):
    curvatures, axes = np.linalg.eigh(hessian)
    return w - axes @ ((axes.T @ gradient) / curvatures)
