"""Reference: a network with batch normalization, trained by momentum on shifted and mirrored images."""

from itertools import pairwise

import numpy as np
from scipy.special import softmax

STEPS = {"cifar10": 850, "standin": 300}
HIDDEN = (448, 224, 112)
BATCH, RATE, MOMENTUM, REG = 256, 0.05, 0.9, 2e-4
SHIFT, SCALE = 2, 1 / 64
EPS = 1e-5


def best_model(data, rng):
    pixels = data.X_train
    mean = pixels.reshape(len(pixels), -1).mean(axis=0, dtype=np.float64)
    sizes = (pixels[0].size, *HIDDEN, len(data.classes))
    layers = [_layer(rng, *pair) for pair in pairwise(sizes)]
    del layers[-1]["gamma"], layers[-1]["beta"]
    velocities = [{name: np.zeros_like(value) for name, value in layer.items()} for layer in layers]
    running = [(np.zeros(size), np.ones(size)) for size in HIDDEN]
    steps = STEPS[data.name]
    for step in range(steps):
        rows = rng.integers(len(pixels), size=BATCH)
        X = ((_moved(pixels[rows], rng).reshape(BATCH, -1) - mean) * SCALE).astype(np.float32)
        rate = RATE * (1 - step / steps)
        for layer, velocity, slopes in zip(
            layers, velocities, _gradients(layers, running, X, data.y_train[rows]), strict=True
        ):
            for name, slope in slopes.items():
                velocity[name] = np.float32(MOMENTUM) * velocity[name] - np.float32(rate) * slope
                layer[name] = layer[name] + velocity[name]
    return {**_folded(layers, running), "mean_image": mean}


def _layer(rng, fan_in, fan_out):
    W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    layer = {"W": W, "b": np.zeros(fan_out), "gamma": np.ones(fan_out), "beta": np.zeros(fan_out)}
    return {name: value.astype(np.float32) for name, value in layer.items()}


def _moved(images, rng):
    """Return images moved by up to SHIFT pixels, half of them mirrored."""
    padded = np.pad(images, ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, images.shape[1:3], axis=(1, 2))
    down, right = rng.integers(2 * SHIFT + 1, size=(2, len(images)))
    moved = np.moveaxis(windows[np.arange(len(images)), down, right], 1, -1)
    return np.where(rng.random((len(images), 1, 1, 1)) < 0.5, moved, moved[:, :, ::-1])


def _gradients(layers, running, X, y):
    """Return the gradients of every layer, and take the minibatch into the running statistics."""
    inputs, normal = [X], []
    for i, layer in enumerate(layers[:-1]):
        Z = inputs[-1] @ layer["W"] + layer["b"]
        mean, variance = Z.mean(axis=0), Z.var(axis=0)
        running[i] = tuple(
            0.9 * old + 0.1 * new for old, new in zip(running[i], (mean, variance), strict=True)
        )
        width = np.sqrt(variance + np.float32(EPS))
        normal.append(((Z - mean) / width, width))
        inputs.append(np.maximum(normal[-1][0] * layer["gamma"] + layer["beta"], 0))
    back = softmax(inputs[-1] @ layers[-1]["W"] + layers[-1]["b"], axis=1)
    back[np.arange(len(y)), y] -= 1
    back /= len(y)
    found = []
    for i in reversed(range(len(layers))):
        layer, slopes = layers[i], {}
        if i < len(layers) - 1:
            Z, width = normal[i]
            back = back * (inputs[i + 1] > 0)
            slopes = {"gamma": (back * Z).sum(axis=0), "beta": back.sum(axis=0)}
            spread = slopes["beta"] / len(y), Z * (slopes["gamma"] / len(y))
            back = layer["gamma"] / width * (back - spread[0] - spread[1])
        slopes |= {"W": inputs[i].T @ back + np.float32(REG) * layer["W"], "b": back.sum(axis=0)}
        found.insert(0, slopes)
        back = back @ layer["W"].T if i else back
    return found


def _folded(layers, running):
    """Return plain affine layers for unscaled pixels."""
    arrays = {}
    for i, layer in enumerate(layers):
        W, b = layer["W"].astype(np.float64), layer["b"].astype(np.float64)
        if "gamma" in layer:
            mean, variance = running[i]
            factor = layer["gamma"] / np.sqrt(variance + EPS)
            W, b = W * factor, (b - mean) * factor + layer["beta"]
        scale = 1 if i else SCALE
        arrays |= {f"W{i + 1}": (scale * W).astype(np.float32), f"b{i + 1}": b.astype(np.float32)}
    return arrays
