"""Every step is taken, whether the loss falls or not. Go back to the best weights if it does not."""

MODULE = "optimization"
CHECK = "random_local_search"


def random_local_search(loss, W, num_iters, step_size, rng):
    best_loss, history = loss(W), []
    for _ in range(num_iters):
        W_try = W + step_size * rng.normal(size=W.shape)
        value = loss(W_try)
        W, best_loss = W_try, value
        history.append(best_loss)
    return W, history
