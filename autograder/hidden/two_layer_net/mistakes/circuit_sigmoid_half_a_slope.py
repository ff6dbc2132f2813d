"""One factor of the sigmoid's derivative is missing: it is σ times (1 - σ)."""

MODULE = "circuit"
CHECK = "circuit_backward"


def circuit_backward(cache):
    sig_y, num, sig_x, xpy, inv_den = cache
    dnum, dden = inv_den, -num * inv_den**2
    dxpy = 2 * xpy * dden
    dx = dxpy + (1 - sig_x) * dden + dnum
    dy = dxpy + (1 - sig_y) * dnum
    return dx, dy
