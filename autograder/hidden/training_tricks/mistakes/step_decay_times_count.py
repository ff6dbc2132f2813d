"""You multiply by the number of falls. Each fall multiplies by factor once more: that is a power."""

MODULE = "schedules"
CHECK = "step_decay"


def step_decay(step, rate, factor, every):
    return rate * factor * (step // every)
