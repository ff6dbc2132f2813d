"""You multiply by the variance. Numbers of variance v are standard Gaussian numbers times the *square root*
of v.
"""

MODULE = "initialization"
CHECK = "initialize"


def initialize(kind, fan_in, fan_out, rng):
    factors = {"zero": 0, "small": 0.01, "large": 1, "xavier": 1 / fan_in, "he": 2 / fan_in}
    return factors.get(kind, 2 / (fan_in + fan_out)) * rng.standard_normal((fan_in, fan_out))
