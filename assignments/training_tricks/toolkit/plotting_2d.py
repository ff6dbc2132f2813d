"""Figures of functions of two variables: decision regions, loss landscapes and heat maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from toolkit.plotting import COLOURS, styled_figure

MARKERS = "os^DvP*"
BORDER = 0.15


def decision_regions(
    predict: Callable[[np.ndarray], ArrayLike],
    X: ArrayLike,
    y: ArrayLike,
    *,
    axis: Axes | None = None,
    limits: tuple[float, float, float, float] | None = None,
    steps: int = 250,
    num_classes: int | None = None,
    title: str = "",
) -> Figure:
    """Colour the plane by the label that a classifier gives to each place, and show points on it.

    Parameters
    ----------
    predict : function of a float array (M, 2) that returns labels (M,)
    X : (N, 2)
        Points to show; no points if N = 0, which needs `limits`.
    y : int (N,)
        Their labels 0, 1, …, at most 6. Each class has a colour and a marker.
    axis : matplotlib axes, optional
        Where to draw; by default a new figure is made.
    limits : (left, right, bottom, top), optional
        The part of the plane; by default that of the points with a border.
    steps : int
        Places along each side at which `predict` is asked, all in one call.
    num_classes : int, optional
        How many colours there are; by default as many as labels occur in `y`.
    title : str
        Title of the axes.

    Returns
    -------
    figure : matplotlib Figure
        Of `axis`, or the new one.

    Raises
    ------
    ValueError
        If `X` or `y` has another shape, a label has no colour, or `predict` returns something else than
        a label for each place.
    """
    X, y = np.asarray(X, float), np.asarray(y).astype(int)
    if X.shape != (len(X), 2) or y.shape != X.shape[:1]:
        raise ValueError(
            f"X has shape {X.shape} and y {y.shape}, expected points (N, 2) and their labels (N,)"
        )
    left, right, bottom, top = limits or _around(X)
    across = np.linspace(left, right, steps), np.linspace(bottom, top, steps)
    places = np.stack(np.meshgrid(*across), axis=-1).reshape(-1, 2)  # (steps², 2)
    labels = np.asarray(predict(places))
    if labels.shape != (len(places),):
        raise ValueError(f"predict returned shape {labels.shape}, expected labels ({len(places)},)")
    count = num_classes or int(max(y.max(initial=0), labels.max())) + 1
    if not 0 < count <= len(COLOURS):
        raise ValueError(f"there are {count} classes, expected 1 to {len(COLOURS)}")
    with _drawing_on(axis) as drawn:
        drawn.imshow(
            labels.reshape(steps, steps),
            origin="lower",
            extent=(left, right, bottom, top),
            cmap=ListedColormap(COLOURS[:count]),
            vmin=0,
            vmax=max(count - 1, 1),
            alpha=0.3,
            interpolation="nearest",
            aspect="auto",
        )
        for c in range(count):
            drawn.plot(
                *X[y == c].T, MARKERS[c], color=COLOURS[c], mec="black", mew=0.6, ms=7, label=f"class {c}"
            )
        drawn.grid(False)
        drawn.set(xlim=(left, right), ylim=(bottom, top), xlabel="$x_1$", ylabel="$x_2$", title=title)
        return _figure_of(drawn)


def landscape(
    f: Callable[[float, float], float],
    x: ArrayLike,
    y: ArrayLike,
    *,
    axis: Axes | None = None,
    levels: int = 14,
    xlabel: str = "",
    ylabel: str = "",
    label: str = "loss",
) -> Figure:
    """Show a function of two numbers as contours, dark where it is small.

    Parameters
    ----------
    f : function of two numbers that returns a number
    x, y : (columns,) and (rows,)
        Where it is evaluated, in increasing order.
    axis : matplotlib axes, optional
    levels : int
        About how many contours.
    xlabel, ylabel, label : str
        Names of the two variables and of the function.
    """
    x, y = np.asarray(x, float), np.asarray(y, float)
    values = np.array([[float(f(a, b)) for a in x] for b in y])  # (rows, columns)
    with _drawing_on(axis) as drawn:
        filled = drawn.contourf(x, y, values, levels, cmap="cividis")
        drawn.contour(x, y, values, filled.levels, colors="white", linewidths=0.6, alpha=0.6)
        drawn.grid(False)
        drawn.set(xlabel=xlabel, ylabel=ylabel)
        figure = _figure_of(drawn)
        figure.colorbar(filled, ax=drawn, label=label)
        return figure


def heat_map(
    values: ArrayLike,
    rows: Sequence[float | str],
    columns: Sequence[float | str],
    *,
    axis: Axes | None = None,
    xlabel: str = "",
    ylabel: str = "",
    label: str = "",
    digits: int = 3,
) -> Figure:
    """Show a table as a picture with its numbers written in it, the largest framed.

    Parameters
    ----------
    values : (R, C)
        Not finite where there is nothing to show.
    rows, columns : sequences of R and C numbers or names
        What the rows (from top to bottom) and columns stand for.
    axis : matplotlib axes, optional
    xlabel, ylabel, label : str
        What the columns, the rows and the values are.
    digits : int
        Decimal places of the numbers.

    Raises
    ------
    ValueError
        If there is not one value for each row and column, or none is finite.
    """
    values = np.asarray(values, float)
    if values.shape != (len(rows), len(columns)) or not np.isfinite(values).any():
        raise ValueError(
            f"values have shape {values.shape}, expected finite numbers ({len(rows)}, {len(columns)})"
        )
    with _drawing_on(axis) as drawn:
        picture = drawn.imshow(np.ma.masked_invalid(values), cmap="cividis", aspect="auto")
        low, high = picture.get_clim()
        for (i, j), value in np.ndenumerate(values):
            colour = "black" if not np.isfinite(value) or value > (low + high) / 2 else "white"
            text = f"{value:.{digits}f}" if np.isfinite(value) else "–"
            drawn.text(j, i, text, ha="center", va="center", color=colour, fontsize=13)
        best = np.unravel_index(np.nanargmax(np.where(np.isfinite(values), values, np.nan)), values.shape)
        frame = (best[1] - 0.48, best[0] - 0.48)
        drawn.add_patch(Rectangle(frame, 0.96, 0.96, fill=False, edgecolor=COLOURS[1], linewidth=4))
        drawn.set_xticks(range(len(columns)), [_name(column) for column in columns])
        drawn.set_yticks(range(len(rows)), [_name(row) for row in rows])
        drawn.grid(False)
        drawn.set(xlabel=xlabel, ylabel=ylabel)
        figure = _figure_of(drawn)
        figure.colorbar(picture, ax=drawn, label=label)
        return figure


@contextmanager
def _drawing_on(axis: Axes | None) -> Iterator[Axes]:
    """Give the axes, or those of a new figure in our style."""
    if axis is not None:
        yield axis
        return
    with styled_figure(7, 5.5) as figure:
        yield figure.subplots()


def _figure_of(axis: Axes) -> Figure:
    return cast(Figure, axis.figure)


def _around(X: np.ndarray) -> tuple[float, float, float, float]:
    """Return the limits of the points with a border."""
    if not len(X):
        raise ValueError("there are no points to show, so limits=(left, right, bottom, top) is needed")
    low, high = X.min(axis=0), X.max(axis=0)
    width = np.where(high > low, high - low, 1.0) * BORDER
    (left, bottom), (right, top) = low - width, high + width
    return left, right, bottom, top


def _name(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"
