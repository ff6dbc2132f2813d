"""The rate falls a little at every step. Count the falls so far: step // every, in whole numbers."""

MODULE = "schedules"
CHECK = "step_decay"


def step_decay(step, rate, factor, every):
    return rate * factor ** (step / every)
