"""At step 0 you divide by 0. The denominator is 1 + decay * step."""

MODULE = "schedules"
CHECK = "one_over_t"


def one_over_t(step, rate, decay):
    return rate / (decay * step)
