"""decay is not used: the denominator is 1 + decay * step."""

MODULE = "schedules"
CHECK = "one_over_t"


def one_over_t(step, rate, decay):
    return rate / (1 + step)
