"""The figures of the assignments, readable from the back row and without telling red from green.

Every function returns a matplotlib figure, which a notebook shows when it is the last line of a cell
(`display(figure)` shows it elsewhere) and `figure.savefig("name.png")` saves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

# Okabe and Ito (2008), "Color Universal Design"; without yellow, which is faint on white.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
STYLE: dict[Any, Any] = {
    "font.size": 15,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.prop_cycle": f"cycler(linestyle=['-', '--', ':']) * cycler(color={COLOURS})",
    "grid.color": "0.88",
    "lines.linewidth": 2.2,
    "legend.frameon": False,
}
COLUMNS = 10
FEW_POINTS = 30


def image_grid(
    images: ArrayLike,
    labels: Sequence[int] | np.ndarray | None = None,
    classes: Sequence[str] | None = None,
    per_class: int | None = None,
) -> Figure:
    """Show images in rows of ten, or a column of images for each class.

    Parameters
    ----------
    images : (N, height, width, 3), or (N, height, width) without colour
        uint8 images are shown as they are; others (say, with the mean subtracted) are stretched together,
        black for the smallest of all values, white for the largest.
    labels : int (N,), optional
        Titles of the images; needed for `per_class`.
    classes : sequence of str, optional
        Names of the labels 0, 1, …
    per_class : int, optional
        Show the first so many images of each class, a column for each.

    Raises
    ------
    ValueError
        If `images` are not images, or `labels` are missing or do not fit.
    """
    shown = _as_images(images)  # (N, height, width, 3)
    if labels is None:
        if per_class is not None:
            raise ValueError("per_class needs labels: image_grid(X, y, classes, per_class=7)")
        return _grid(list(shown), COLUMNS, [])
    values = np.asarray(labels).astype(int)
    if values.shape != (len(shown),):
        raise ValueError(f"labels have shape {values.shape}, expected one for each of {len(shown)} images")
    name = classes.__getitem__ if classes else str
    if per_class is None:
        return _grid(list(shown), COLUMNS, [name(label) for label in values])
    present = range(len(classes)) if classes else np.unique(values)
    groups = [shown[values == label] for label in present]
    cells = [group[i] if i < len(group) else None for i in range(per_class) for group in groups]
    return _grid(cells, len(present), [name(label) for label in present])


def distance_matrix(dists: ArrayLike) -> Figure:
    """Show distances (num_test, num_train) as a picture: a row for each test image, light where far."""
    dists = np.asarray(dists)
    if dists.ndim != 2 or not dists.size:
        raise ValueError(f"dists has shape {dists.shape}, expected (num_test, num_train)")
    with styled_figure(9, 4.5) as figure:
        axis = figure.subplots()
        picture = axis.imshow(dists, cmap="cividis", aspect="auto")
        axis.grid(False)
        axis.set(xlabel="training image", ylabel="test image")
        figure.colorbar(picture, label="distance")
    return figure


def curves(
    histories: Mapping[str, ArrayLike],
    *,
    x: ArrayLike | None = None,
    xlabel: str = "iteration",
    ylabel: str = "loss",
    window: int = 1,
    log_x: bool = False,
    log_y: bool = False,
) -> Figure:
    """Show one line for each history, named in a legend.

    Parameters
    ----------
    histories : mapping of names to number sequences
        They may differ in length.
    x : sequence of numbers, optional
        Where the values belong; default 0, 1, 2, …
    window : int
        Draw each line as the running mean of so many values, over a faint line of the values.
    """
    with styled_figure(9, 5) as figure:
        axis = figure.subplots()
        for name, history in histories.items():
            y = np.asarray(history, float)
            at = np.arange(len(y)) if x is None else np.asarray(x)[: len(y)]
            width = min(window, len(y))
            mean = np.convolve(y, np.full(width, 1 / width), "valid")
            (line,) = axis.plot(at[width - 1 :], mean, marker="o" if len(y) <= FEW_POINTS else "", label=name)
            if width > 1:
                axis.plot(at, y, "-", color=line.get_color(), alpha=0.25, linewidth=1, zorder=1)
        scales = {"xscale": "log" if log_x else "linear", "yscale": "log" if log_y else "linear"}
        axis.set(xlabel=xlabel, ylabel=ylabel, **scales)
        if len(histories) > 1:
            figure.legend(loc="outside right upper")
    return figure


def error_bars(
    accuracies: Mapping[int, Sequence[float]], *, xlabel: str = "k", ylabel: str = "validation accuracy"
) -> Figure:
    """Show the accuracy of every fold for each choice, and a line through the means with standard deviations.

    Parameters
    ----------
    accuracies : mapping of each choice (say, of k) to its accuracy per fold
        As returned by `cross_validate`.
    """
    if not accuracies:
        raise ValueError("accuracies is empty, expected something like {1: [0.25, 0.27], 3: [0.26, 0.24]}")
    choices = sorted(accuracies)
    folds = [np.array(accuracies[choice]) for choice in choices]
    with styled_figure(9, 5) as figure:
        axis = figure.subplots()
        every = np.repeat(choices, [len(values) for values in folds])
        axis.scatter(every, np.concatenate(folds), s=28, color=COLOURS[5], label="one fold")
        means, spread = [fold.mean() for fold in folds], [fold.std() for fold in folds]
        axis.errorbar(
            choices, means, spread, color=COLOURS[0], capsize=5, label="mean and standard deviation"
        )
        axis.set(xlabel=xlabel, ylabel=ylabel)
        if choices[0] > 0 and choices[-1] >= 10 * choices[0]:
            axis.set_xscale("log")
        axis.set_xticks(choices, [f"{choice:g}" for choice in choices], fontsize=13)
        axis.minorticks_off()
        figure.legend(loc="outside upper center", ncols=2)
    return figure


def weights(W: ArrayLike, shape: tuple[int, ...] = (32, 32, 3), names: Sequence[str] = ()) -> Figure:
    """Show each column of W as a picture: the template of a class, or what a hidden unit looks for.

    Parameters
    ----------
    W : (D, C)
        Weights without the row of biases; D is the product of `shape`. Each column is stretched by itself:
        black for its smallest weight, white for its largest.
    shape : tuple of int
        (height, width, 3) or (height, width).
    names : sequence of str, optional
        Titles of the columns.
    """
    W = np.asarray(W, float)
    size = int(np.prod(shape))
    if W.ndim != 2 or len(W) != size:
        advice = ": leave the row of biases out, W[:-1]" if W.ndim == 2 and len(W) == size + 1 else ""
        raise ValueError(f"W has shape {W.shape}, expected ({size}, C) for images of shape {shape}{advice}")
    return _grid([_as_images(column.reshape(1, *shape))[0] for column in W.T], COLUMNS, names)


@contextmanager
def styled_figure(width: float, height: float, pad: float = 0.1) -> Iterator[Figure]:
    """Make a figure in our style that is not shown a second time when the cell ends."""
    with plt.rc_context(STYLE):
        figure = plt.figure(figsize=(width, height))
        plt.close(figure)
        figure.set_layout_engine("constrained", w_pad=pad, h_pad=pad)
        yield figure


def _grid(cells: Sequence[np.ndarray | None], columns: int, titles: Sequence[str]) -> Figure:
    """Show images row by row; None leaves a cell empty, and the first cells have titles."""
    columns = min(columns, len(cells))
    rows, titled = -(-len(cells) // columns), -(-len(titles) // columns)
    with styled_figure(1.1 * columns, 1.1 * rows + 0.3 * titled, pad=0.04) as figure:
        axes = figure.subplots(rows, columns, squeeze=False).ravel()
        for axis in axes:
            axis.set_axis_off()
        for axis, image in zip(axes, cells, strict=False):
            if image is not None:
                axis.imshow(image)
        for axis, title in zip(axes, titles, strict=False):
            axis.set_title(title, fontsize=12)
    return figure


def _as_images(images: ArrayLike) -> np.ndarray:
    """Return images (N, height, width, 3) whose values matplotlib shows as they are."""
    array = np.asarray(images)
    if array.ndim == 3:  # one image in colour, or many without
        array = array[None] if array.shape[-1] == 3 else np.stack([array] * 3, axis=-1)
    if array.ndim != 4 or array.shape[-1] != 3 or not array.size:
        raise ValueError(
            f"images have shape {array.shape}, expected (N, height, width, 3) or (N, height, width); "
            "flat rows become images by X.reshape(-1, 32, 32, 3)"
        )
    if array.dtype == np.uint8:
        return array
    low, high = float(array.min()), float(array.max())
    return (array - low) / (high - low or 1.0)
