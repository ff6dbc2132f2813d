"""The history begins after the first step. By the contract it holds the loss before each step, which
comes with the gradient and costs nothing.
"""

MODULE = "optimization"
CHECK = "gradient_descent"


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    history = []
    for _ in range(num_iters):
        W = W - learning_rate * loss_and_gradient(W)[1]
        history.append(loss_and_gradient(W)[0])
    return W, history
