"""The highest rate whose loss falls clearly is returned. Near the rate at which training explodes the loss
falls less again: return the rate with the largest fall.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        fall = 1 - losses[-(num_iters // 10) :].mean() / losses[0]
        falls[rate] = fall if np.isfinite(losses).all() else np.nan
    return max((rate for rate, fall in falls.items() if fall >= clearly), default=None), falls
