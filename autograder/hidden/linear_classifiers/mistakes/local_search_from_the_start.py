"""All steps begin at the start. Begin each at the best weights so far, or nothing is gained from a good
step.
"""

MODULE = "optimization"
CHECK = "random_local_search"


def random_local_search(loss, W, num_iters, step_size, rng):
    start, best_loss, history = W, loss(W), []
    for _ in range(num_iters):
        W_try = start + step_size * rng.normal(size=W.shape)
        value = loss(W_try)
        if value < best_loss:
            W, best_loss = W_try, value
        history.append(best_loss)
    return W, history
