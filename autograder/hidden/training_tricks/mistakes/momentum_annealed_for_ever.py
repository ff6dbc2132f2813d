"""The momentum goes on growing after num_steps, and soon is above 1: every gradient would be remembered, and
louder each time. It stays at last.
"""

MODULE = "schedules"
CHECK = "momentum_annealed_other_ends"


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    return first + (last - first) * step / num_steps
