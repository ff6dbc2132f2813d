"""Checks of trained models: the files that the notebooks save, scored with these functions."""

import numpy as np

from toolkit.model_checks import trained_model


def net_labels(model, X):
    """Return the label of the largest score of each row of X."""
    H = np.maximum(0, X @ model["W1"] + model["b1"])
    return np.argmax(H @ model["W2"] + model["b2"], axis=1)


def hog_and_hues(features, images):
    """Return the features of images, (N, 154): HOG, then the histogram of hues."""
    functions = [features.hog_feature, features.color_histogram_hsv]
    return features.extract_features(images, functions)


@trained_model(
    "best_net.npz",
    points=4,
    arrays={"W1": (3072, "H"), "b1": ("H",), "W2": ("H", 10), "b2": (10,), "mean_image": (3072,)},
    full=0.9,
)
def best_net(model, images):
    """The best two-layer network, on images that are not given out"""
    return net_labels(model, images.reshape(len(images), -1) - model["mean_image"])


@trained_model(
    "best_features_net.npz",
    points=4,
    arrays={"W1": (154, "H"), "b1": ("H",), "W2": ("H", 10), "b2": (10,), "mean": (154,), "std": (154,)},
    full=0.9,
    features="features",
    extract=hog_and_hues,
)
def best_features_net(model, features):
    """The best network on features, on images that are not given out"""
    return net_labels(model, (features - model["mean"]) / model["std"])
