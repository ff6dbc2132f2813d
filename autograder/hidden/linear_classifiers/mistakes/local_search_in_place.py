"""The weights that the caller passed are changed: W += step writes into them. Make a new array: W = W +
step.
"""

MODULE = "optimization"
CHECK = "random_local_search_unchanged"


def random_local_search(loss, W, num_iters, step_size, rng):
    best_loss, history = loss(W), []
    for _ in range(num_iters):
        W_try = W + step_size * rng.normal(size=W.shape)
        value = loss(W_try)
        if value < best_loss:
            W[...], best_loss = W_try, value
        history.append(best_loss)
    return W, history
