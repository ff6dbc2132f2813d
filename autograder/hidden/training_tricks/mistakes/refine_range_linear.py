"""The range is narrowed on a linear scale (best ± half a width): its lower end may become negative. Divide
and multiply `best` by the same number.
"""

MODULE = "search"
CHECK = "refine_range"


def refine_range(best, low, high, factor):
    half = (high - low) / factor / 2
    return best - half, best + half
