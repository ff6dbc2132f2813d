"""The first step is always taken, since the loss at the start was not asked for: begin with best_loss =
loss(W), not with infinity.
"""

import numpy as np

MODULE = "optimization"
CHECK = "random_local_search_at_the_minimum"


def random_local_search(loss, W, num_iters, step_size, rng):
    best_loss, history = np.inf, []
    for _ in range(num_iters):
        W_try = W + step_size * rng.normal(size=W.shape)
        value = loss(W_try)
        if value < best_loss:
            W, best_loss = W_try, value
        history.append(best_loss)
    return W, history
