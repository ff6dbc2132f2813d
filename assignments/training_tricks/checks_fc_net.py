"""Checks of the deep network: every option must have its effect.

Options are given by their place, since their names differ between the years of the published interface, and
the type as text, since classes do not cross to a submission's process.
"""

import itertools

import numpy as np
from checks import labels

from toolkit.checks import check, close, equal

CALLEES = {
    "normalization": (
        "batchnorm_forward",
        "batchnorm_backward",
        "batchnorm_backward_alt",
        "layernorm_forward",
        "layernorm_backward",
    ),
    "dropout": ("dropout_forward", "dropout_backward"),
}
# Two samples of at least 3,000 Gaussian weights: deviations differ by a standard error of 1.8 %, of which the
# bound allows 6.6: one right answer in 1e10 fails.
DRAWN = {f"W{i}_deviation": close(rtol=0.12) for i in (1, 2, 3)}
# A penalty is not on the biases, and a bias before batch normalization has no effect: zeros earn nothing.
BIASES = {f"b{i}": close(guard=True) for i in (1, 2, 3, 4)}
# 200 units or more, p = 0.6: 6.1 sqrt(2 · 0.24 / 200) = 0.30; one right answer in 1e9 fails. Without: 1.
SHARES = {f"share_kept_{i}": close(rtol=0, atol=0.3) for i in (1, 2)}
DROPPED = {**SHARES, "share_of_scores_kept": equal(guard=True)}


def parameters(rng, sizes, normalized=False):
    """Return random parameters of a network, its sizes from the input to the classes."""
    params = {}
    for i, (num_inputs, num_units) in enumerate(itertools.pairwise(sizes), start=1):
        params[f"W{i}"] = rng.normal(size=(num_inputs, num_units)) * np.sqrt(2 / num_inputs)
        params[f"b{i}"] = 0.5 * rng.normal(size=num_units)
        if normalized and i < len(sizes) - 1:
            params[f"gamma{i}"] = rng.uniform(0.5, 2, num_units)
            params[f"beta{i}"] = rng.normal(size=num_units)
    return params


def network(fc_net, params, keep=1, normalization=None, reg=0.0, **options):
    """Return a submission's network with these parameters, in double precision."""
    sizes = [len(params[name]) for name in sorted(params) if name.startswith("b") and name[1:].isdigit()]
    settings = (keep, normalization, reg, 1e-2, "float64")
    net = fc_net.FullyConnectedNet(sizes[:-1], len(params["W1"]), sizes[-1], *settings, **options)
    net.params = dict(params)
    return net


def gradients(net, X, y, names):
    """Return the loss and the gradients by the names of their parameters."""
    loss, grads = net.loss(X, y)
    return {"loss": loss, **{name: grads[name] for name in names if name in grads}}


def judged(fc_net, rng, num, sizes, normalization=None, reg=0.0):
    """Return loss and gradients of a network with random parameters."""
    params = parameters(rng, sizes, normalized=normalization is not None)
    X, y = rng.normal(size=(num, sizes[0])), labels(rng, sizes[-1], num)
    return gradients(network(fc_net, params, 1, normalization, reg), X, y, params)


def received(grads, i):
    """Return the inputs of layer i from the gradients for one example, where ``dW = inputsᵀ db``."""
    unit = np.abs(grads[f"b{i}"]).argmax()
    return grads[f"W{i}"][:, unit] / grads[f"b{i}"][unit]


@check("fc_net", points=1, outputs={**DRAWN, "shapes": equal(), "bytes": equal(guard=True)})
def fc_net_init(fc_net, rng):
    """Random weights, zero biases, and gamma and beta of three layers"""
    settings = (1, "batchnorm", 0.0, 0.05)
    params = fc_net.FullyConnectedNet([80, 60], 100, 50, *settings, rng=rng).params
    return {
        "shapes": {name: list(array.shape) for name, array in params.items()},
        "bytes": params["W1"].dtype.itemsize,
        **{f"{name}_deviation": array.std() for name, array in params.items() if name.startswith("W")},
        **{name: array for name, array in params.items() if not name.startswith("W")},
    }


@check("fc_net", points=1)
def fc_net_scores(fc_net, rng):
    """Scores of images in a network with three hidden layers"""
    params = parameters(rng, (12, 7, 6, 5, 4))
    params["b4"][0] -= 10  # so that there are negative scores
    return {"scores": network(fc_net, params).loss(rng.normal(size=(8, 3, 2, 2)))}


@check("fc_net", points=2)
def fc_net_loss(fc_net, rng):
    """Loss of a network with two hidden layers, and its gradients"""
    return judged(fc_net, rng, 6, (3, 5, 4, 2))


@check("fc_net", points=1, cell="fc_net_loss", outputs=BIASES)
def fc_net_penalty(fc_net, rng):
    """What the penalty alone adds to the loss and to the gradients"""
    params = parameters(rng, (4, 3, 6, 5, 2))
    X, y = rng.normal(size=(8, 4)), labels(rng, 2, 8)
    without, penalized = (gradients(network(fc_net, params, reg=reg), X, y, params) for reg in (0.0, 0.3))
    return {name: value - without[name] for name, value in penalized.items()}


@check("fc_net", points=2, outputs={name: BIASES[name] for name in ("b1", "b2")}, callees=CALLEES)
def fc_net_batchnorm(fc_net, rng):
    """Loss and gradients with batch normalization"""
    return judged(fc_net, rng, 9, (3, 5, 4, 2), "batchnorm", 0.2)


@check("fc_net", points=1.5, callees=CALLEES)
def fc_net_layernorm(fc_net, rng):
    """Loss and gradients with layer normalization"""
    return judged(fc_net, rng, 7, (3, 6, 5, 2), "layernorm", 0.2)


@check("fc_net", points=2, outputs=DROPPED, callees=CALLEES)
def fc_net_dropout(fc_net, rng):
    """Dropout behind each hidden layer while training, and its gradients"""
    params = parameters(rng, (5, 300, 200, 20))
    for i in (1, 2, 3):  # every unit is on, and the scores are small
        params[f"W{i}"], params[f"b{i}"] = 0.05 * params[f"W{i}"], params[f"b{i}"] + 9
    x = rng.uniform(-0.5, 0.5, (1, 5))
    grads = gradients(network(fc_net, params, 0.6, rng=rng), x, np.array([3]), params)
    inputs = received(grads, 2)
    first = inputs / (x[0] @ params["W1"] + params["b1"])
    second = received(grads, 3) / (inputs @ params["W2"] + params["b2"])
    b2 = grads["b3"] @ params["W3"].T * second
    right = {"b2": b2, "b1": b2 @ params["W2"].T * first}
    return {
        "share_kept_1": np.mean(first != 0),
        "share_kept_2": np.mean(second != 0),
        "share_of_scores_kept": np.mean(grads["b3"] != 0),
        "kept_units_times": np.array([first.max(), second.max(), first[first != 0].min()]),
        **{f"error_of_{name}": np.abs(grads[name] - b).max() / np.abs(b).max() for name, b in right.items()},
    }


@check("fc_net", points=1, callees=CALLEES)
def fc_net_test_time(fc_net, rng):
    """Scores without labels: nothing is dropped, and running statistics normalize"""
    params, X = parameters(rng, (6, 5, 7, 4)), rng.normal(size=(5, 6))
    dropped = network(fc_net, params, 0.5, rng=rng).loss(X)
    params = parameters(rng, (5, 4, 6, 3), normalized=True)
    net = network(fc_net, params, 1, "batchnorm")
    net.bn_params = [
        {"mode": "train", "running_mean": rng.normal(size=size), "running_var": rng.uniform(0.5, 2, size)}
        for size in (4, 6)
    ]
    return {"with_dropout": dropped, "with_batchnorm": net.loss(X[:, :5])}
