"""You take powers of decay. The base is e: the exponential of -decay * step."""

MODULE = "schedules"
CHECK = "exponential"


def exponential(step, rate, decay):
    return rate * decay**step
