"""Reference: linear classifiers trained by SGD with momentum and a rate that falls to 0, in float32."""

import numpy as np

STEPS = {"cifar10": 1_500, "standin": 600}
BATCH = 256
MOMENTUM = 0.9
SCALE = 1 / 64


def best_svm(data, rng):
    return _trained(data, rng, _hinge_slopes, rate=1e-3, reg=0.1)


def best_softmax(data, rng):
    return _trained(data, rng, _softmax_slopes, rate=2e-3, reg=0.03)


def _trained(data, rng, slopes, rate, reg):
    """Return weights for pixels from which the mean image was subtracted; training sees them scaled."""
    pixels, labels = data.X_train.reshape(len(data.X_train), -1), data.y_train
    mean = pixels.mean(axis=0, dtype=np.float64)
    num_classes = len(data.classes)
    W, b = np.zeros((pixels.shape[1], num_classes), np.float32), np.zeros(num_classes, np.float32)
    velocity_W, velocity_b = np.zeros_like(W), np.zeros_like(b)
    steps = STEPS[data.name]
    for step in range(steps):
        rows = rng.integers(len(pixels), size=BATCH)
        X = ((pixels[rows] - mean) * SCALE).astype(np.float32)
        dS = slopes(X @ W + b, labels[rows]) / np.float32(BATCH)
        now = np.float32(rate * (1 - step / steps))
        velocity_W = np.float32(MOMENTUM) * velocity_W - now * (X.T @ dS + np.float32(2 * reg) * W)
        velocity_b = np.float32(MOMENTUM) * velocity_b - now * dS.sum(axis=0)
        W, b = W + velocity_W, b + velocity_b
    return {"W": np.vstack([W * SCALE, b]), "mean_image": mean}


def _hinge_slopes(scores, labels):
    rows = np.arange(len(labels))
    slopes = (scores - scores[rows, labels][:, None] + 1 > 0).astype(np.float32)
    slopes[rows, labels] -= slopes.sum(axis=1)
    return slopes


def _softmax_slopes(scores, labels):
    rows = np.arange(len(labels))
    slopes = np.exp(scores - scores.max(axis=1, keepdims=True))
    slopes /= slopes.sum(axis=1, keepdims=True)
    slopes[rows, labels] -= 1
    return slopes
