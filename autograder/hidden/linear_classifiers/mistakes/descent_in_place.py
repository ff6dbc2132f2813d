"""The weights that the caller passed are changed: W -= ... writes into them. Make a new array: W = W - ..."""

MODULE = "optimization"
CHECK = "gradient_descent_unchanged"


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    history = []
    for _ in range(num_iters):
        value, gradient = loss_and_gradient(W)
        history.append(value)
        W -= learning_rate * gradient
    return W, history
