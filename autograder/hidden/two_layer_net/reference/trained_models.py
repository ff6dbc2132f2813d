"""Reference: networks trained by SGD with momentum and a rate that falls to 0, in float32."""

import numpy as np
from scipy.special import softmax

STEPS = {"cifar10": 3_000, "standin": 600}
BATCH = 200
MOMENTUM = 0.9
CHUNK = 500
BINS, HUES, CELL = 9, 10, 8


def best_net(data, rng):
    pixels = data.X_train.reshape(len(data.X_train), -1)
    mean = pixels.mean(axis=0, dtype=np.float64)
    scale = 1 / 64
    W1, *others = _trained(
        lambda rows: (pixels[rows] - mean) * scale, data, rng, hidden=150, rate=0.02, reg=1e-3
    )
    return {**_named(W1 * scale, *others), "mean_image": mean}


def best_features_net(data, rng):
    features = image_features(data.X_train)
    mean, std = features.mean(axis=0), features.std(axis=0)
    features = (features - mean) / std
    parameters = _trained(lambda rows: features[rows], data, rng, hidden=300, rate=0.1, reg=1e-3)
    return {**_named(*parameters), "mean": mean, "std": std}


def image_features(images):
    """Return HOG and hue histogram of many images at once, (N, 154)."""
    chunks = [images[start : start + CHUNK] for start in range(0, len(images), CHUNK)]
    return np.concatenate([np.hstack([_gradients(chunk), _hues(chunk)]) for chunk in chunks])


def _gradients(images):
    grey = images @ np.array([0.299, 0.587, 0.114])  # (N, 32, 32)
    right, down = np.zeros_like(grey), np.zeros_like(grey)
    right[:, :, :-1] = grey[:, :, 1:] - grey[:, :, :-1]
    down[:, :-1] = grey[:, 1:] - grey[:, :-1]
    angle = np.arctan2(down, right) % np.pi
    sector = np.minimum((np.degrees(angle) // (180 / BINS)).astype(int), BINS - 1)
    strength = np.sqrt(right * right + down * down)
    count, across = len(images), images.shape[1] // CELL
    row, column = np.arange(images.shape[1]) // CELL, np.arange(images.shape[2]) // CELL
    cell = np.arange(count)[:, None, None] * across**2 + row[:, None] * across + column
    sums = np.bincount(
        (cell * BINS + sector).ravel(), weights=strength.ravel(), minlength=count * across**2 * BINS
    )
    return sums.reshape(count, -1) / CELL**2


def _hues(images):
    """Return shares of the hues, each a place on the circle red (0), green (1/3), blue (2/3)."""
    red, green, blue = np.moveaxis(images.astype(np.int64), -1, 0)
    top = np.maximum(red, np.maximum(green, blue))
    chroma = top - np.minimum(red, np.minimum(green, blue))
    with np.errstate(divide="ignore", invalid="ignore"):
        sixths = np.where(
            top == red,
            ((green - blue) / chroma) % 6,
            np.where(top == green, (blue - red) / chroma + 2, (red - green) / chroma + 4),
        )
    hue = np.where(chroma == 0, 0.0, sixths / 6).reshape(len(images), -1)
    place = np.minimum((hue * HUES).astype(int), HUES - 1) + HUES * np.arange(len(images))[:, None]
    counts = np.bincount(place.ravel(), minlength=HUES * len(images)).reshape(len(images), HUES)
    return counts / hue.shape[1]


def _trained(inputs, data, rng, hidden, rate, reg):
    """Return W1, b1, W2, b2 of a network for `inputs(rows)`, rows of the training data."""
    steps, num_classes = STEPS[data.name], len(data.classes)
    sizes = (inputs(np.array([0])).shape[1], hidden, num_classes)
    parameters = []
    for fan_in, fan_out in (sizes[:2], sizes[1:]):
        parameters.append(rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)).astype(np.float32))
        parameters.append(np.zeros(fan_out, np.float32))
    velocities = [np.zeros_like(parameter) for parameter in parameters]
    for step in range(steps):
        rows = rng.integers(len(data.y_train), size=BATCH)
        X = inputs(rows).astype(np.float32)
        W1, b1, W2, b2 = parameters
        H = np.maximum(X @ W1 + b1, 0)
        dS = softmax(H @ W2 + b2, axis=1)
        dS[np.arange(BATCH), data.y_train[rows]] -= 1
        dS /= BATCH
        dH = (dS @ W2.T) * (H > 0)
        gradients = (X.T @ dH + 2 * reg * W1, dH.sum(axis=0), H.T @ dS + 2 * reg * W2, dS.sum(axis=0))
        now = np.float32(rate * (1 - step / steps))
        for i, gradient in enumerate(gradients):
            velocities[i] = np.float32(MOMENTUM) * velocities[i] - now * gradient.astype(np.float32)
            parameters[i] = parameters[i] + velocities[i]
    return parameters


def _named(W1, b1, W2, b2):
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
