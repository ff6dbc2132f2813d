"""The steps go uphill: the gradient points where the loss rises, so it is subtracted."""

MODULE = "optimization"
CHECK = "gradient_descent"


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    history = []
    for _ in range(num_iters):
        value, gradient = loss_and_gradient(W)
        history.append(value)
        W = W + learning_rate * gradient
    return W, history
