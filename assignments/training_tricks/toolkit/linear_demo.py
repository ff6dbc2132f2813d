"""A linear classifier of points in the plane to play with: move the weights, or let the gradient do it."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from toolkit.plotting import COLOURS, styled_figure
from toolkit.plotting_2d import decision_regions

Loss = Callable[[np.ndarray, np.ndarray, np.ndarray, float], tuple[float, np.ndarray]]
LIMITS = (-2.2, 2.2, -2.2, 2.2)
LARGEST = 5.0
COLOUR_NAMES = ("blue", "orange", "green")
START = np.array([[-0.4, 1.0, 0.3], [0.8, 0.2, -0.9], [0.3, -0.2, 0.0]])


def linear_demo(
    losses: Mapping[str, Loss],
    X: ArrayLike | None = None,
    y: ArrayLike | None = None,
    *,
    interactive: bool | None = None,
) -> Any:
    """Show how a linear classifier of three classes divides the plane, and what each point costs.

    In JupyterLab and Notebook there is a slider for each weight, a choice of the loss, and buttons that take
    steps down the gradient. Elsewhere a figure shows the start and what 100 steps do.

    Parameters
    ----------
    losses : mapping of names to functions ``loss(W, X, y, reg)`` that return (loss, dW)
        For example ``{"SVM": svm_loss_vectorized, "softmax": softmax_loss_vectorized}``. They are called with
        the column of ones in X, so W is (3, 3): a row for each coordinate and one for the biases.
    X : (N, 2), optional
        Points between -2 and 2; by default fifteen.
    y : int (N,), optional
        Their classes 0, 1, 2.
    interactive : bool, optional
        Whether to show sliders; by default if a notebook server runs this.

    Returns
    -------
    demo : matplotlib Figure, or an object that a notebook shows as widgets
    """
    if X is None or y is None:
        X, y = _points()
    X, y = np.asarray(X, float), np.asarray(y).astype(int)
    if "JPY_SESSION_NAME" in os.environ if interactive is None else interactive:
        try:
            return Controls(Learner(losses, X, y))
        except ImportError:
            print("ipywidgets is not installed, so this is a picture without sliders")
    return overview(losses, X, y)


class Learner:
    """Points, weights and a loss, and a step down its gradient.

    Attributes
    ----------
    losses, name : mapping of names to functions, and the one that is used
    X, y : points with a column of ones (N, 3), and their classes (N,)
    W, reg : weights (3, 3), never beyond `LARGEST`, where the sliders end, and strength of the penalty
    """

    def __init__(self, losses: Mapping[str, Loss], X: np.ndarray, y: np.ndarray) -> None:
        if X.shape != (len(y), 2) or not len(y) or y.min() < 0 or y.max() > 2:
            found = f"X {X.shape} with classes {np.unique(y).tolist()}"
            raise ValueError(f"the demo got {found}, expected points (N, 2) of the classes 0, 1, 2")
        self.losses, self.name = losses, next(iter(losses))
        self.X, self.y = np.c_[X, np.ones(len(X))], y
        self.W, self.reg = START.copy(), 0.01

    def total(self) -> tuple[float, float]:
        """Return the mean loss of the points and the penalty."""
        data, whole = (
            float(self.losses[self.name](self.W, self.X, self.y, reg)[0]) for reg in (0.0, self.reg)
        )
        return data, whole - data

    def of_points(self) -> np.ndarray:
        """Return the loss (N,) of each point by itself."""
        rows = range(len(self.y))
        loss = self.losses[self.name]
        return np.array([loss(self.W, self.X[i : i + 1], self.y[i : i + 1], 0.0)[0] for i in rows])

    def predict(self, places: np.ndarray) -> np.ndarray:
        """Return the class (M,) with the largest score at each of the places (M, 2)."""
        labels: np.ndarray = np.argmax(places @ self.W[:2] + self.W[2], axis=1)
        return labels

    def step(self, rate: float, times: int = 1) -> None:
        """Follow the negative gradient."""
        for _ in range(times):
            _, dW = self.losses[self.name](self.W, self.X, self.y, self.reg)
            self.W = np.clip(self.W - rate * np.asarray(dW), -LARGEST, LARGEST)


def draw(learner: Learner, plane: Axes, bars: Axes) -> None:
    """Draw the regions and the lines of score 0 on one pair of axes, the points' losses on the other."""
    decision_regions(
        learner.predict, learner.X[:, :2], learner.y, axis=plane, limits=LIMITS, steps=150, num_classes=3
    )
    across = np.array(LIMITS[:2])
    for c, (a, b, bias) in enumerate(learner.W.T):
        if np.hypot(a, b) < 1e-6:
            continue
        near = -bias * np.array([a, b]) / (a * a + b * b)  # the point of the line nearest to the middle
        along = np.outer(5 * across, [-b, a]) / np.hypot(a, b) + near
        uphill = 0.45 * np.array([a, b]) / np.hypot(a, b)
        plane.plot(*along.T, color=COLOURS[c], lw=2)
        plane.annotate(
            "", near + uphill, near, arrowprops={"color": COLOURS[c], "arrowstyle": "-|>", "lw": 2}
        )
    right = int(np.sum(learner.predict(learner.X[:, :2]) == learner.y))
    plane.set(aspect="equal", title=f"{learner.name}: {right} of {len(learner.y)} right")
    values = learner.of_points()
    order = np.argsort(learner.y, kind="stable")
    bars.barh(range(len(order)), values[order], color=[COLOURS[c] for c in learner.y[order]])
    data, penalty = learner.total()
    bars.set(
        yticks=[],
        ylabel="points, by class",
        xlabel="loss of the point",
        xlim=(0, max(1.0, 1.05 * values.max())),
        title=f"loss {data:.2f} + penalty {penalty:.2f} = {data + penalty:.2f}",
    )
    bars.grid(False)


def overview(losses: Mapping[str, Loss], X: np.ndarray, y: np.ndarray) -> Figure:
    """Return a figure of the start, and of what 100 steps do with each of the losses."""
    with styled_figure(5 * (1 + len(losses)), 8) as figure:
        axes = figure.subplots(2, 1 + len(losses), height_ratios=(1.6, 1), squeeze=False)
        draw(Learner(losses, X, y), *axes[:, 0])
        axes[0, 0].set_title(f"at the start\n{axes[0, 0].get_title()}")
        for name, column in zip(losses, axes[:, 1:].T, strict=True):
            learner = Learner({name: losses[name]}, X, y)
            learner.step(0.3, 100)
            draw(learner, *column)
            column[0].set_title(f"after 100 steps\n{column[0].get_title()}")
    return figure


class Controls:
    """The demo with sliders and buttons; a copy without widgets shows the picture as it was at first."""

    def __init__(self, learner: Learner) -> None:
        import ipywidgets  # type: ignore[import-untyped]

        def slider(name: str, low: float, high: float, value: float) -> Any:
            made = ipywidgets.FloatSlider(value, min=low, max=high, step=0.01, description=name)
            made.observe(self._moved, "value")
            return made

        self.learner, self._setting = learner, False
        self.weights = [
            [slider(f"{row} {COLOUR_NAMES[c]}", -LARGEST, LARGEST, learner.W[r, c]) for c in range(3)]
            for r, row in enumerate(("w₁", "w₂", "bias"))
        ]
        self.reg = slider("penalty", 0.0, 0.5, learner.reg)
        self.loss = ipywidgets.ToggleButtons(options=list(learner.losses), value=learner.name)
        self.loss.observe(self._moved, "value")
        self.rate = ipywidgets.FloatLogSlider(0.1, min=-3, max=1, description="step size")
        self.picture = ipywidgets.Image(format="png", layout={"width": "900px"})
        self.buttons = []
        for text, times in (("one step", 1), ("20 steps", 20), ("start again", 0)):
            button = ipywidgets.Button(description=text)
            button.on_click(lambda _, times=times: self.press(times))
            self.buttons.append(button)
        rows = [*self.weights, [self.reg, self.rate], [self.loss, *self.buttons]]
        self.box = ipywidgets.VBox([self.picture, *(ipywidgets.HBox(row) for row in rows)])
        self._draw()

    def press(self, times: int) -> None:
        """Take so many steps down the gradient, or go back to the start if there are none to take."""
        if times:
            self.learner.step(self.rate.value, times)
        else:
            self.learner.W = START.copy()
        self._setting = True
        for (r, c), value in np.ndenumerate(self.learner.W):
            self.weights[r][c].value = value
        self._setting = False
        self._draw()

    def _moved(self, _: Any) -> None:
        if not self._setting:
            self.learner.W = np.array([[slider.value for slider in row] for row in self.weights])
            self.learner.reg, self.learner.name = self.reg.value, self.loss.value
            self._draw()

    def _draw(self) -> None:
        with styled_figure(11, 5) as figure:
            draw(self.learner, *figure.subplots(1, 2, width_ratios=(1.2, 1)))
            file = io.BytesIO()
            figure.savefig(file, dpi=80)
        self.picture.value = file.getvalue()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        still = base64.b64encode(self.picture.value).decode()
        return {**self.box._repr_mimebundle_(), "image/png": still}


def _points() -> tuple[np.ndarray, np.ndarray]:
    """Return five points of each class, of which a straight line cannot separate all."""
    y = np.repeat(np.arange(3), 5)
    centres = np.array([[-0.9, -0.5], [0.9, -0.6], [0.1, 0.9]])
    return centres[y] + 0.6 * np.random.default_rng(11).standard_normal((15, 2)), y
