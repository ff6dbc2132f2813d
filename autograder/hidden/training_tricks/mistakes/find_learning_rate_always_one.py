"""A rate is returned although no loss falls clearly. If no fall reaches `clearly`, all rates are wrong (or
the gradient is): return None.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate_none"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        fall = 1 - losses[-(num_iters // 10) :].mean() / losses[0]
        falls[rate] = fall if np.isfinite(losses).all() else np.nan
    finite = [rate for rate, fall in falls.items() if np.isfinite(fall)]
    return max(finite, key=falls.get, default=None), falls
