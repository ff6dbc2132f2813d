"""The new range is cut off at the ends of the old one. A best value on the border means that a better one
may lie beyond: let the range reach there.
"""

MODULE = "search"
CHECK = "refine_range_at_the_border"


def refine_range(best, low, high, factor):
    reach = (high / low) ** (0.5 / factor)
    return max(low, best / reach), min(high, best * reach)
