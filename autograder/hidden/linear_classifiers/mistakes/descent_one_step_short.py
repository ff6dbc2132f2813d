"""One step is missing: the first pass only records the loss. num_iters steps are asked for."""

MODULE = "optimization"
CHECK = "gradient_descent"


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    history = []
    for _ in range(num_iters):
        value, gradient = loss_and_gradient(W)
        history.append(value)
        if len(history) > 1:
            W = W - learning_rate * gradient
    return W, history
