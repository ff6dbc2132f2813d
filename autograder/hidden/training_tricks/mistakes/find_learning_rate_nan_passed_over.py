"""Losses that are NaN or infinite are passed over and the fall is measured on the others, so that a rate at
which training exploded can win. Its fall is NaN.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate_diverged"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        losses = losses[np.isfinite(losses)]
        falls[rate] = 1 - losses[-(num_iters // 10) :].mean() / losses[0]
    clear = [rate for rate, fall in falls.items() if fall >= clearly]
    return max(clear, key=falls.get, default=None), falls
