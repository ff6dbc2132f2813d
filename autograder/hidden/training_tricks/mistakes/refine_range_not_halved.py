"""The new range is twice as wide as it should be: its whole width goes to each side of `best`, instead of
half of it.
"""

MODULE = "search"
CHECK = "refine_range"


def refine_range(best, low, high, factor):
    reach = (high / low) ** (1 / factor)
    return best / reach, best * reach
