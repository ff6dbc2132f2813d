"""The stand-in is the same everywhere, and rewards better classifiers as CIFAR-10 does."""

import hashlib
from itertools import pairwise

import numpy as np
import pytest

from toolkit import standin
from toolkit.sources import Images

SIDE = 32


def sha256(images: Images) -> str:
    return hashlib.sha256(b"".join(a.tobytes() for a in (*images.train, *images.test))).hexdigest()


def test_draw_is_the_same_on_every_machine() -> None:
    assert sha256(standin.draw(40, 20)) == "d1236f2f472342b8e73ee93c8fa2db82f7edf4c1bd23f37d6aa7e0ef539a873d"
    assert sha256(standin.draw(40, 20, seed=1)) != sha256(standin.draw(40, 20))


def test_shapes_types_and_shares() -> None:
    images = standin.draw(50, 20)
    for (X, y), count in ((images.train, 50), (images.test, 20)):
        assert X.shape == (count, SIDE, SIDE, 3)
        assert X.dtype == y.dtype == np.uint8
        assert np.bincount(y).tolist() == [count // 10] * 10
    assert len(set(images.classes)) == 10


def test_no_image_is_drawn_twice() -> None:
    images = standin.draw(300, 300)
    everything = np.concatenate([images.train[0], images.test[0]]).reshape(600, -1)
    assert len(np.unique(everything, axis=0)) == 600


def test_images_use_the_range_of_bytes() -> None:
    X = standin.draw(200, 10).train[0]
    assert X.min() == 0
    assert X.max() == 255
    assert 60 < X.mean() < 195
    assert X.reshape(200, -1).std(axis=1).min() > 10


@pytest.fixture(scope="module")
def problem() -> tuple[np.ndarray, ...]:
    images = standin.draw(5_000, 2_000)
    X, y = images.train[0].reshape(5_000, -1) / np.float32(255), images.train[1].astype(int)
    X_test, y_test = images.test[0].reshape(2_000, -1) / np.float32(255), images.test[1].astype(int)
    return X - X.mean(axis=0), y, X_test - X.mean(axis=0), y_test


def neighbours_accuracy(problem: tuple[np.ndarray, ...], k: int) -> float:
    X, y, X_test, y_test = problem
    distance2 = (X * X).sum(axis=1) - 2 * X_test @ X.T  # (tests, trains), less each row's own constant
    nearest = y[np.argpartition(distance2, k, axis=1)[:, :k]]
    votes = (nearest[:, :, None] == np.arange(10)).sum(axis=1)
    return float((votes.argmax(axis=1) == y_test).mean())


def network_accuracy(problem: tuple[np.ndarray, ...], hidden: int, steps: int) -> float:
    """Test accuracy of softmax regression (no hidden units) or of a ReLU network, trained by Adam."""
    X, y, X_test, y_test = problem
    rng = np.random.default_rng(0)
    sizes = [X.shape[1], hidden, 10] if hidden else [X.shape[1], 10]
    weights = [
        (rng.standard_normal(shape) / np.sqrt(shape[0])).astype(np.float32) for shape in pairwise(sizes)
    ]
    first, second = ([np.zeros_like(W) for W in weights] for _ in range(2))
    for step in range(1, steps + 1):
        batch = rng.integers(0, len(X), 100)
        inputs = [X[batch]]
        for W in weights[:-1]:
            inputs.append(np.maximum(inputs[-1] @ W, 0))
        scores = inputs[-1] @ weights[-1]
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        upstream = odds / odds.sum(axis=1, keepdims=True) - np.eye(10, dtype=np.float32)[y[batch]]
        for i in reversed(range(len(weights))):
            gradient = inputs[i].T @ upstream / 100 + 2e-3 * weights[i]
            upstream = (upstream @ weights[i].T) * (inputs[i] > 0)
            first[i] += 0.1 * (gradient - first[i])
            second[i] += 0.001 * (gradient**2 - second[i])
            rate = 1e-3 * min(1, 2 - 2 * step / steps) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            weights[i] -= np.float32(rate) * first[i] / (np.sqrt(second[i]) + 1e-8)
    for W in weights[:-1]:
        X_test = np.maximum(X_test @ W, 0)
    return float(((X_test @ weights[-1]).argmax(axis=1) == y_test).mean())


@pytest.mark.slow
def test_classifiers_rank_as_on_cifar10(problem: tuple[np.ndarray, ...]) -> None:
    neighbours = max(neighbours_accuracy(problem, k) for k in (1, 5, 10, 20))
    linear = network_accuracy(problem, 0, 800)
    network = network_accuracy(problem, 100, 1_500)
    assert 0.12 < neighbours < linear - 0.03 < network - 0.06 < 0.5
