"""The mean and the standard deviation in the file are not those of the training features. Compute them before
the features are standardized, of the training images only, and save them with the network."""

import numpy as np

MODULE = "best_features_net.npz"
CHECK = "best_features_net"


def spoil(arrays):
    return {**arrays, "mean": np.zeros_like(arrays["mean"]), "std": np.ones_like(arrays["std"])}


def mend(arrays, inputs):
    return {**arrays, "mean": inputs.mean(axis=0), "std": inputs.std(axis=0)}
