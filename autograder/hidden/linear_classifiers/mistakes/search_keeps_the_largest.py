"""You keep the weights with the largest loss: the comparison is the wrong way round."""

import numpy as np

MODULE = "optimization"
CHECK = "random_search"


def random_search(loss, shape, num_iters, rng, scale=1e-4):
    best_loss, history = -np.inf, []
    for _ in range(num_iters):
        W = rng.normal(size=shape) * scale
        value = loss(W)
        if value > best_loss:
            best_W, best_loss = W, value
        history.append(best_loss)
    return best_W, history
