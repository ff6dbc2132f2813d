"""`x @ y` and `np.dot` are matrix products. A gate multiplies entry by entry: x * y."""

MODULE = "gates"
CHECK = "multiply_gate"


def multiply_forward(x, y):
    return x @ y, (x, y)
