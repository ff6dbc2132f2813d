"""The rate falls one step too early: steps 0 to every - 1 have the first rate."""

MODULE = "schedules"
CHECK = "step_decay"


def step_decay(step, rate, factor, every):
    return rate * factor ** ((step + 1) // every)
