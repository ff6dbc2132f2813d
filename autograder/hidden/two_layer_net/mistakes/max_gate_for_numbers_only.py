"""Python's own `max(x, y)` (like `if x > y`) asks which of two arrays is the larger, and there is no answer.
`np.maximum` compares entry by entry.
"""

MODULE = "gates"
CHECK = "max_gate"


def max_forward(x, y):
    return max(x, y), (x, y)
