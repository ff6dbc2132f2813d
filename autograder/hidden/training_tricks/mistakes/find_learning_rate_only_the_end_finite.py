"""Only the losses at the end are looked at. A loss that was infinite on the way is a sign of a rate that is
too high, even if it came back: if *any* loss is not finite, the fall is NaN.
"""

import numpy as np

MODULE = "search"
CHECK = "find_learning_rate_diverged"


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    falls = {}
    for rate in learning_rates:
        losses = np.asarray(losses_at(rate, num_iters), dtype=float)
        falls[rate] = 1 - losses[-(num_iters // 10) :].mean() / losses[0]
    clear = [rate for rate, fall in falls.items() if fall >= clearly]
    return max(clear, key=falls.get, default=None), falls
