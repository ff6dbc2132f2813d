"""The steps are drawn from [0, 1) and all go the same way; normal numbers go up as often as down."""

MODULE = "optimization"
CHECK = "random_local_search"


def random_local_search(loss, W, num_iters, step_size, rng):
    best_loss, history = loss(W), []
    for _ in range(num_iters):
        W_try = W + step_size * rng.random(W.shape)
        value = loss(W_try)
        if value < best_loss:
            W, best_loss = W_try, value
        history.append(best_loss)
    return W, history
