"""Checks of the two_layer_net assignment: what its topics share."""

import numpy as np

TOPICS = ("gates", "layers", "net", "training", "features", "questions", "models")

NAMES = ("W1", "b1", "W2", "b2")
LAYERS = {"layers": ("affine_forward", "affine_backward", "relu_forward", "relu_backward", "softmax_loss")}


def parameters(rng, num_inputs, num_hidden, num_classes):
    """Return random parameters of a network, biases included."""
    return {
        "W1": rng.normal(size=(num_inputs, num_hidden)),
        "b1": rng.normal(size=num_hidden),
        "W2": rng.normal(size=(num_hidden, num_classes)),
        "b2": rng.normal(size=num_classes),
    }


def network(neural_net, params):
    """Return a submission's network with these parameters."""
    num_inputs, num_hidden = params["W1"].shape
    net = neural_net.TwoLayerNet(num_inputs, num_hidden, len(params["b2"]))
    net.params = dict(params)
    return net


def labels(rng, num_classes, count):
    """Return labels of `count` examples, among which are as many classes as possible."""
    return rng.permutation(np.arange(count) % num_classes)
