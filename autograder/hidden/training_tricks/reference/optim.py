"""Reference: every step is computed from all gradients so far, by the sums that the recursions stand for."""

import numpy as np


def _remembered(dw, config, defaults):
    """Return the settings with the gradients so far, the newest last, and those gradients."""
    config = {**defaults, **(config or {})}
    config["gradients"] = [*config.get("gradients", []), np.array(dw)]
    return config, np.array(config["gradients"])


def _weighted(terms, base, first=1.0):
    """Return ``first · (x_t + base · x_{t-1} + base² · x_{t-2} + …)`` for the newest term x_t."""
    powers = np.power(float(base), np.arange(len(terms))[::-1])
    return first * np.tensordot(powers, terms, axes=1) if len(terms) else 0.0


def sgd(w, dw, config=None):
    config, _ = _remembered(dw, config, {"learning_rate": 1e-2})
    return np.add(w, np.multiply(-config["learning_rate"], dw)), config


def sgd_momentum(w, dw, config=None):
    config, gradients = _remembered(dw, config, {"learning_rate": 1e-2, "momentum": 0.9})
    return w - _weighted(gradients, config["momentum"], config["learning_rate"]), config


def nesterov_momentum(w, dw, config=None):
    config, gradients = _remembered(dw, config, {"learning_rate": 1e-2, "momentum": 0.9})
    mu, rate = config["momentum"], config["learning_rate"]
    old, new = (-_weighted(terms, mu, rate) for terms in (gradients[:-1], gradients))
    behind = w - mu * old  # the position, from which w looks ahead
    return (behind + new) + mu * new, config


def adagrad(w, dw, config=None):
    config, gradients = _remembered(dw, config, {"learning_rate": 1e-2, "epsilon": 1e-8})
    length = np.linalg.norm(gradients.reshape(len(gradients), -1), axis=0).reshape(np.shape(w))
    return w - np.divide(config["learning_rate"] * dw, length + config["epsilon"]), config


def rmsprop(w, dw, config=None):
    defaults = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8}
    config, gradients = _remembered(dw, config, defaults)
    mean_square = _weighted(np.square(gradients), config["decay_rate"], 1 - config["decay_rate"])
    return w - config["learning_rate"] * dw / (mean_square**0.5 + config["epsilon"]), config


def adam(w, dw, config=None):
    defaults = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    config, gradients = _remembered(dw, config, defaults)
    ones = np.ones(len(gradients))
    mean = _weighted(gradients, config["beta1"]) / _weighted(ones, config["beta1"])
    mean_square = _weighted(np.square(gradients), config["beta2"]) / _weighted(ones, config["beta2"])
    return w - config["learning_rate"] * mean / (np.sqrt(mean_square) + config["epsilon"]), config


def adadelta(w, dw, config=None):
    defaults = {"learning_rate": 1.0, "decay_rate": 0.95, "epsilon": 1e-6}
    config, gradients = _remembered(dw, config, defaults)
    decay, eps = config["decay_rate"], config["epsilon"]
    changes = np.zeros((0, *np.shape(w)))
    for t, gradient in enumerate(gradients, start=1):
        longs = _weighted(np.square(changes), decay, 1 - decay) + eps
        steep = _weighted(np.square(gradients[:t]), decay, 1 - decay) + eps
        changes = np.concatenate([changes, [-np.sqrt(longs) * gradient / np.sqrt(steep)]])
    return w + config["learning_rate"] * changes[-1], config
