"""The derivative of 1 / den is -1 / den²: a minus is missing on the way into the denominator."""

MODULE = "circuit"
CHECK = "circuit_backward"


def circuit_backward(cache):
    sig_y, num, sig_x, xpy, inv_den = cache
    dnum, dden = inv_den, num * inv_den**2
    dxpy = 2 * xpy * dden
    dx = dxpy + sig_x * (1 - sig_x) * dden + dnum
    dy = dxpy + sig_y * (1 - sig_y) * dnum
    return dx, dy
