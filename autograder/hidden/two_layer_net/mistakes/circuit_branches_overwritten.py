"""x and y reach f on several ways, and you keep the gradient of the last way only: later lines overwrite dx
and dy. Gradients of branches add up: += instead of =.
"""

MODULE = "circuit"
CHECK = "circuit_backward"


def circuit_backward(cache):
    sig_y, num, sig_x, xpy, inv_den = cache
    dnum, dden = inv_den, -num * inv_den**2
    dx = dy = 2 * xpy * dden
    dx = sig_x * (1 - sig_x) * dden
    dx = dnum
    dy = sig_y * (1 - sig_y) * dnum
    return dx, dy
