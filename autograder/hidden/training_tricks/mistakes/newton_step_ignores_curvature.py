"""This is gradient descent with the rate 1. Newton's step is the solution d of H d = -g."""

MODULE = "newton"
CHECK = "newton_step"


def newton_step(w, gradient, hessian):
    return w - gradient
