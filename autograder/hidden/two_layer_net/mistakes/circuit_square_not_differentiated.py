"""The derivative of (x + y)² is 2 (x + y): the inner value is missing from your gradient."""

MODULE = "circuit"
CHECK = "circuit_backward"


def circuit_backward(cache):
    sig_y, num, sig_x, _, inv_den = cache
    dnum, dden = inv_den, -num * inv_den**2
    dxpy = 2 * dden
    dx = dxpy + sig_x * (1 - sig_x) * dden + dnum
    dy = dxpy + sig_y * (1 - sig_y) * dnum
    return dx, dy
