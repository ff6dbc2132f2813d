"""The fall is a difference of losses. Divide it by the first loss, so that it is a share: losses of
different kinds begin at different values.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        fall = losses[0] - losses[-(num_iters // 10) :].mean()
        falls[rate] = fall if np.isfinite(losses).all() else np.nan
    clear = [rate for rate, fall in falls.items() if fall >= clearly]
    return max(clear, key=falls.get, default=None), falls
