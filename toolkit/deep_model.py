"""Fully connected networks of any depth as they are saved: affine layers, ReLUs, and a mean image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from toolkit.strict_npz import Shapes

MOST_LAYERS = 8


def deep_shapes(
    num_inputs: int = 3072, num_classes: int = 10, most_layers: int = MOST_LAYERS
) -> tuple[Shapes, ...]:
    """Return the arrays of networks with 1, 2, ... `most_layers` affine layers.

    Parameters
    ----------
    num_inputs, num_classes, most_layers : int

    Returns
    -------
    tuple of mappings
        For L layers: `W1` to `WL`, `b1` to `bL`, with hidden layers of sizes H1, H2, ... that are free, and
        `mean_image`, which is subtracted from the inputs.
    """
    found: list[Shapes] = []
    for depth in range(1, most_layers + 1):
        sizes: list[int | str] = [num_inputs, *(f"H{i}" for i in range(1, depth)), num_classes]
        shapes: dict[str, tuple[int | str, ...]] = {"mean_image": (num_inputs,)}
        for i in range(1, depth + 1):
            shapes[f"W{i}"], shapes[f"b{i}"] = (sizes[i - 1], sizes[i]), (sizes[i],)
        found.append(shapes)
    return tuple(found)


def deep_labels(model: Mapping[str, np.ndarray], X: np.ndarray) -> np.ndarray:
    """Return the label of the largest score of each row.

    Parameters
    ----------
    model : mapping of str to array
        See `deep_shapes`.
    X : array (N, D)
        Inputs as they come, the mean not subtracted.

    Returns
    -------
    int array (N,)
    """
    depth = sum(name.startswith("W") for name in model)
    hidden = X - model["mean_image"]
    for i in range(1, depth):
        hidden = np.maximum(hidden @ model[f"W{i}"] + model[f"b{i}"], 0)  # (N, Hi)
    labels: np.ndarray = np.argmax(hidden @ model[f"W{depth}"] + model[f"b{depth}"], axis=1)
    return labels


def fold_batchnorm(
    params: Mapping[str, np.ndarray],
    bn_params: Sequence[Mapping[str, np.ndarray]] = (),
    eps: float = 1e-5,
    scale: float = 1.0,
) -> dict[str, np.ndarray]:
    """Return affine layers that compute what a network with batch normalization computes at test time.

    With the running mean m and variance v, the layer ``gamma (x W + b - m) / sqrt(v + eps) + beta`` is an
    affine layer with the weights ``s W`` and the bias ``s (b - m) + beta``, where ``s = gamma / sqrt(v +
    eps)``.

    Parameters
    ----------
    params : mapping of str to array
        As `FullyConnectedNet` keeps them: `W1`, `b1`, `gamma1`, `beta1`, ...; the last layer has no
        normalization.
    bn_params : sequence of mappings
        `running_mean` and `running_var` of each hidden layer, and perhaps its `eps`; empty for a network
        without.
    eps : float
        Where `bn_params` does not say it.
    scale : float
        By which the inputs were multiplied after their mean was subtracted: it goes into `W1`.

    Returns
    -------
    dict of str to float32 array
        `W1`, `b1`, `W2`, ...: what `save_model` wants beside the `mean_image`.
    """
    depth = sum(name.startswith("W") for name in params)
    folded: dict[str, np.ndarray] = {}
    for i in range(1, depth + 1):
        W, b = params[f"W{i}"], params[f"b{i}"]
        if i <= len(bn_params):
            running = bn_params[i - 1]
            factor = params[f"gamma{i}"] / np.sqrt(running["running_var"] + running.get("eps", eps))
            W, b = W * factor, (b - running["running_mean"]) * factor + params[f"beta{i}"]
        folded[f"W{i}"] = (scale * W if i == 1 else W).astype(np.float32)
        folded[f"b{i}"] = b.astype(np.float32)
    return folded
