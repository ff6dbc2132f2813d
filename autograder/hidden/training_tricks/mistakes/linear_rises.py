"""The rate rises from 0. It should begin at `rate` and fall."""

MODULE = "schedules"
CHECK = "linear"


def linear(step, rate, num_steps):
    return rate * min(step / num_steps, 1)
