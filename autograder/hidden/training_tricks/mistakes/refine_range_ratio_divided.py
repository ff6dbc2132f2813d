"""The ratio high / low is divided by `factor`. It is the *logarithm* of the ratio that shrinks: the ratio
is raised to the power 1 / factor.
"""

MODULE = "search"
CHECK = "refine_range"


def refine_range(best, low, high, factor):
    reach = (high / low / factor) ** 0.5
    return best / reach, best * reach
