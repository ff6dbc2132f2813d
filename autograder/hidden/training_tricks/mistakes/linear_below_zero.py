"""After num_steps the rate is negative, and training would climb. It stays 0."""

MODULE = "schedules"
CHECK = "linear_after_the_end"


def linear(step, rate, num_steps):
    return rate * (1 - step / num_steps)
