"""The rate is 0 one step too early. It is 0 at step num_steps, not before."""

MODULE = "schedules"
CHECK = "linear"


def linear(step, rate, num_steps):
    return rate * max(0, 1 - step / (num_steps - 1))
