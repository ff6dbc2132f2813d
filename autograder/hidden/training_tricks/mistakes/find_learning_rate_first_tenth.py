"""The mean is taken over the *first* tenth of the losses, in which little has happened yet: `losses[-n:]`
are the last n.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        fall = 1 - losses[: num_iters // 10].mean() / losses[0]
        falls[rate] = fall if np.isfinite(losses).all() else np.nan
    clear = [rate for rate, fall in falls.items() if fall >= clearly]
    return max(clear, key=falls.get, default=None), falls
