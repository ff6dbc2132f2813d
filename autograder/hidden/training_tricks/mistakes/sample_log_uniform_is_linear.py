"""The numbers themselves are drawn evenly, so that nearly all lie within a factor of ten of `high`. Draw
the logarithm evenly, and take its power.
"""

MODULE = "search"
CHECK = "sample_log_uniform"


def sample_log_uniform(low, high, rng, size=None):
    return rng.uniform(low, high, size)
