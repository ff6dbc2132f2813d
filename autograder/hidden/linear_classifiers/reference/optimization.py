"""Reference: all random numbers drawn first, best tries found afterwards."""

import numpy as np


def random_search(loss, shape, num_iters, rng, scale=1e-4):
    tries = rng.normal(0, scale, (num_iters, *shape))
    values = [float(loss(W)) for W in tries]
    return tries[int(np.argmin(values))], np.minimum.accumulate(values).tolist()


def random_local_search(loss, W, num_iters, step_size, rng):
    steps = rng.normal(0, step_size, (num_iters, *W.shape))
    path = [(float(loss(W)), W)]
    for step in steps:
        here = path[-1][1]
        there = (float(loss(here + step)), here + step)
        path.append(min(path[-1], there, key=lambda point: point[0]))
    return path[-1][1], [value for value, _ in path[1:]]


def gradient_descent(loss_and_gradient, W, learning_rate, num_iters):
    total, history = np.zeros_like(W), []
    for _ in range(num_iters):
        loss, gradient = loss_and_gradient(W - learning_rate * total)
        history.append(float(loss))
        total = total + gradient
    return W - learning_rate * total, history
