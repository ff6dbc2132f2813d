"""The momentum falls. It should begin low and grow: first at step 0, last at the end."""

MODULE = "schedules"
CHECK = "momentum_annealed"


def momentum_annealed(step, num_steps, first=0.5, last=0.99):
    return last + (first - last) * min(step / num_steps, 1)
