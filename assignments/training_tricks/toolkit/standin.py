"""Draw a stand-in for CIFAR-10: ten classes of 32×32 colour images, the same on every machine.

Each image is a shape on a textured background. What the shape is decides the class; where it is, how
large, in which colours, under which light and behind which noise is drawn at random. Colours lean towards a
class only a little, so that distances between pixels say little, a linear classifier finds the lean, and
a network finds some of the shape.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from toolkit.images import Images, Split

CLASSES = ("disc", "ring", "square", "frame", "cross", "saltire", "stripes", "bars", "triangle", "checks")
SIZE = 32
SEED = 2_009
BATCH = 1_000

Floats = NDArray[np.float64]


def draw(num_train: int = 50_000, num_test: int = 10_000, seed: int = SEED) -> Images:
    """Return the stand-in; the classes have equal shares.

    Everything comes from the raw bits of PCG64 by single additions, multiplications and comparisons of
    float64, which every machine and every version of NumPy rounds the same way: the same arguments give
    the same bytes.

    Parameters
    ----------
    num_train, num_test : int
        Numbers of images.
    seed : int
        Another seed gives other images of the same ten classes.
    """
    train, test = (_draw_split(count, [seed, part]) for part, count in enumerate((num_train, num_test)))
    return Images(train, test, CLASSES, f"toolkit.standin, seed {seed}")


def _draw_split(count: int, seed: list[int]) -> Split:
    labels = (np.arange(count) % len(CLASSES)).astype(np.uint8)
    images = np.empty((count, SIZE, SIZE, 3), np.uint8)
    for start in tqdm(range(0, count, BATCH), desc="drawing stand-in images", leave=False, disable=None):
        bits = np.random.PCG64([*seed, start])
        images[start : start + BATCH] = _draw(labels[start : start + BATCH], bits)
    return images, labels


def _draw(labels: np.ndarray, bits: np.random.PCG64) -> np.ndarray:
    n = len(labels)
    x, y, radius = _pose(n, bits)  # (n, 32, 32) twice, (n, 1, 1)
    mask = np.empty((n, SIZE, SIZE), bool)
    for label in range(len(CLASSES)):
        own = labels == label
        mask[own] = _shape(label, x[own], y[own], radius[own])
    lean = _uniform(np.random.PCG64(SEED), -30, 30, (len(CLASSES), 2, 3))[labels]  # (n, 2, 3)
    colours = _uniform(bits, 60, 195, (n, 2, 3)) + lean
    background = colours[:, 0, None, None, :] + _texture(n, bits)[..., None]
    picture = np.where(mask[..., None], colours[:, 1, None, None, :], background)  # (n, 32, 32, 3)
    across = (np.arange(SIZE) / (SIZE - 1) * 2 - 1).reshape(1, 1, SIZE, 1)
    light = _uniform(bits, 0.6, 1.25, (n, 1, 1, 1)) + _uniform(bits, -0.3, 0.3, (n, 1, 1, 1)) * across
    noise = (bits.random_raw(picture.size // 8).astype("<u8").view(np.uint8) & 63).astype(np.int64) - 32
    lit: Floats = np.floor(picture * light) + noise.reshape(picture.shape)
    return lit.clip(0, 255).astype(np.uint8)


def _uniform(bits: np.random.PCG64, low: float, high: float, shape: tuple[int, ...]) -> Floats:
    raw: NDArray[np.uint64] = bits.random_raw(int(np.prod(shape))).reshape(shape)
    return low + (high - low) * ((raw >> np.uint64(11)).astype(np.float64) * 2.0**-53)


def _pose(n: int, bits: np.random.PCG64) -> tuple[Floats, Floats, Floats]:
    """Return pixel coordinates about each shape's centre, and its radius in pixels."""
    centre = _uniform(bits, -7, 7, (n, 2, 1, 1)) + (SIZE - 1) / 2
    radius = _uniform(bits, 6, 14, (n, 1, 1))
    rows, columns = np.mgrid[:SIZE, :SIZE]
    return columns - centre[:, 0], rows - centre[:, 1], radius


def _shape(label: int, x: Floats, y: Floats, r: Floats) -> NDArray[np.bool_]:
    distance2 = x * x + y * y
    largest = np.maximum(np.abs(x), np.abs(y))
    inside = largest < r
    match CLASSES[label]:
        case "disc":
            return distance2 < r * r
        case "ring":
            return (distance2 < r * r) & (distance2 > 0.35 * r * r)
        case "square":
            return largest < 0.85 * r
        case "frame":
            return inside & (largest > 0.6 * r)
        case "cross":
            return inside & (np.minimum(np.abs(x), np.abs(y)) < 0.3 * r)
        case "saltire":
            return inside & (np.minimum(np.abs(x - y), np.abs(x + y)) < 0.4 * r)
        case "stripes":
            return inside & (np.floor(y / (0.4 * r)) % 2 < 1)
        case "bars":
            return inside & (np.floor(x / (0.4 * r)) % 2 < 1)
        case "triangle":
            return (y < 0.8 * r) & (2 * np.abs(x) < y + r)
        case _:
            return inside & ((np.floor(x / (0.5 * r)) + np.floor(y / (0.5 * r))) % 2 < 1)


def _texture(n: int, bits: np.random.PCG64) -> Floats:
    """Return a smooth random background, (n, 32, 32): a coarse grid of grey values, enlarged and blurred."""
    grid = _uniform(bits, -75, 75, (n, 8, 8)).repeat(4, axis=1).repeat(4, axis=2)
    for axis in (1, 2):
        grid = (grid + np.roll(grid, 1, axis) + np.roll(grid, -1, axis) + np.roll(grid, 2, axis)) / 4
    return grid
