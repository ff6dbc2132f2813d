"""The gradient is multiplied by the Hessian. Multiply by its inverse: solve H d = g."""

MODULE = "newton"
CHECK = "newton_step"


def newton_step(w, gradient, hessian):
    return w - hessian @ gradient
