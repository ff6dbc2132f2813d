"""The gradient is scaled to the length 1, so that every step is as long as the others. The step is
learning_rate * gradient: shorter where the slope is gentle.
"""

import numpy as np

MODULE = "optimization"
CHECK = "gradient_descent"


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    history = []
    for _ in range(num_iters):
        value, gradient = loss_and_gradient(W)
        history.append(value)
        W = W - learning_rate * gradient / np.linalg.norm(gradient)
    return W, history
