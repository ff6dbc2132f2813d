"""Checks of the training_tricks assignment: what its topics share."""

import numpy as np

TOPICS = (
    "activations",
    "preprocessing",
    "initialization",
    "normalization",
    "dropout",
    "penalties",
    "fc_net",
    "augmentation",
    "losses",
    "optim",
    "schedules",
    "gradient_checking",
    "sanity",
    "babysitting",
    "search",
    "ensembles",
    "transfer",
    "questions",
    "models",
)


CS231N = {"normalization": "layers", "dropout": "layers", "activations": "layers"}


def labels(rng, num_classes, count):
    """Return labels of `count` examples, among which are as many classes as possible."""
    return rng.permutation(np.arange(count) % num_classes)
