"""The momentum reaches its last value one step too early: that is at step num_steps."""

MODULE = "schedules"
CHECK = "momentum_annealed"


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    return first + (last - first) * min(step / (num_steps - 1), 1)
