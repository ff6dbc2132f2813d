"""The rate falls only once. It falls again after each `every` steps."""

MODULE = "schedules"
CHECK = "step_decay"


def step_decay(step, rate, factor, every):
    return rate * factor if step >= every else rate
