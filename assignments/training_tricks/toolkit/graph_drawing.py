"""Computational graphs as pictures: values forward above the wires, gradients back below them.

A graph is a mapping from names to numbers (the inputs) or to gates, which name an operation and where its
operands come from: `{"x": 3.0, "y": -4.0, "s": ("+", "x", "y"), "f": ("×", "s", "y")}`. Its last entry is
the output.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from toolkit.plotting import COLOURS, styled_figure

FORWARD, BACK = COLOURS[:2]
STEP = 1e-5
WIRE: dict[str, Any] = {"color": "black", "linewidth": 1.6, "linestyle": "-", "zorder": 1}
RADIUS = 0.23
OPERATIONS: dict[str, Callable[..., float]] = {
    "+": lambda a, b: a + b,
    "×": lambda a, b: a * b,
    "max": max,
    "−": lambda a: -a,
    "+1": lambda a: a + 1,
    "exp": math.exp,
    "1/·": lambda a: 1 / a,
    "(·)²": lambda a: a**2,
    "sigmoid": lambda a: 0.5 + 0.5 * math.tanh(a / 2),
}

SYMBOLS = {"sigmoid": r"$\sigma$"}
Graph = Mapping[str, float | tuple[str, ...]]
Place = tuple[float, float]


@dataclass(frozen=True)
class Flow:
    """What runs through a graph: the value of each node, and the gradient of the output with respect to it.

    Attributes
    ----------
    values, gradients : dict of names to numbers
    shares : dict of (name, gate) to numbers
        What each gate sends back to each of its operands; a node's gradient is the sum of its shares.
    """

    values: dict[str, float]
    gradients: dict[str, float]
    shares: dict[tuple[str, str], float]


def run_graph(graph: Graph, upstream: float = 1.0) -> Flow:
    """Return the value of each node, and the gradient of the last one with respect to it times `upstream`.

    The slope of each gate is a centred difference, so the gradients have about nine right digits.

    Raises
    ------
    ValueError
        If a gate's operation is unknown, or an operand does not come before it.
    """
    values: dict[str, float] = {}
    for name, node in graph.items():
        values[name] = _output(name, node, values) if isinstance(node, tuple) else float(node)
    gradients = dict.fromkeys(graph, 0.0)
    gradients[next(reversed(gradients))] = upstream
    shares: dict[tuple[str, str], float] = {}
    for name, node in reversed(list(graph.items())):
        gate = node if isinstance(node, tuple) else ("input",)
        for i, source in enumerate(gate[1:]):
            share = gradients[name] * _slope(gate, values, i)
            shares[source, name] = shares.get((source, name), 0.0) + share
            gradients[source] += share
    return Flow(values, gradients, shares)


def draw_graph(
    graph: Graph,
    places: Mapping[str, Place] | None = None,
    *,
    axis: Axes | None = None,
    digits: int = 2,
    gradients: bool = True,
    upstream: float = 1.0,
    title: str = "",
) -> Figure:
    """Draw a graph with the value of each node and the gradient of the output with respect to it.

    Where a node feeds several gates, what each sends back stands on its wire, and the sum at the node.

    Parameters
    ----------
    graph : mapping of names to numbers or gates `(operation, operand, …)`
        The operations are `+ × max − +1 exp 1/· (·)² sigmoid`.
    places : mapping of names to (column, row), optional
        Rows count upwards. By default each gate stands right of its operands, and a column is in the order of
        `graph`.
    axis : matplotlib axes, optional
        Where to draw; by default a new figure is made.
    digits : int
        Decimal places of the numbers.
    gradients : bool
        False draws the way forward alone.
    upstream : float
        The gradient that arrives at the output, if the graph is a part of a larger one.
    title : str

    Raises
    ------
    ValueError
        As `run_graph`.
    """
    flow = run_graph(graph, upstream)
    at = dict(places) if places is not None else _layout(graph)
    if axis is None:
        axis = _axis(at)
    fed = Counter(source for source, _ in flow.shares)
    for (source, gate), share in flow.shares.items():
        axis.plot(*zip(at[source], at[gate], strict=True), **WIRE)
        if gradients and fed[source] > 1:
            _draw_share(axis, at[source], at[gate], _number(share, digits))
    column, row = at[next(reversed(flow.values))]
    axis.plot([column, column + 0.95], [row, row], **WIRE)
    for name, node in graph.items():
        _draw_node(axis, at[name], name, node)
        side = 1 if isinstance(node, tuple) else -1
        _write(axis, at[name], _number(flow.values[name], digits), side, FORWARD)
        if gradients:
            _write(axis, at[name], _number(flow.gradients[name], digits), side, BACK)
    _frame(axis, at, title)
    figure = axis.figure
    assert isinstance(figure, Figure)
    return figure


def _output(name: str, node: tuple[str, ...], values: Mapping[str, float]) -> float:
    operation, *sources = node
    if operation not in OPERATIONS:
        raise ValueError(f"{name}: there is no operation {operation!r}; choose from {' '.join(OPERATIONS)}")
    if missing := [source for source in sources if source not in values]:
        raise ValueError(f"{name}: its operand {missing[0]!r} must come before it in the graph")
    return OPERATIONS[operation](*(values[source] for source in sources))


def _slope(node: tuple[str, ...], values: Mapping[str, float], i: int) -> float:
    operation, *sources = node
    there, back = ([values[source] for source in sources] for _ in range(2))
    there[i] += STEP
    back[i] -= STEP
    return (OPERATIONS[operation](*there) - OPERATIONS[operation](*back)) / (there[i] - back[i])


def _layout(graph: Graph) -> dict[str, Place]:
    columns: dict[str, float] = {}
    for name, node in graph.items():
        columns[name] = 1.5 + max(columns[s] for s in node[1:]) if isinstance(node, tuple) else 0.0
    filled = {column: [n for n in graph if columns[n] == column] for column in columns.values()}
    return {n: (columns[n], (len(f) - 1) / 2 - f.index(n)) for f in filled.values() for n in f}


def _axis(at: Mapping[str, Place]) -> Axes:
    columns, rows = zip(*at.values(), strict=True)
    width, height = 1.25 * (max(columns) - min(columns)) + 2.5, 1.3 * (max(rows) - min(rows)) + 1.6
    with styled_figure(width, height) as figure:
        return figure.subplots()


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace("-", "−")


def _draw_share(axis: Axes, start: Place, end: Place, text: str) -> None:
    before = 0.62 / math.dist(start, end)
    x, y = (b - before * (b - a) for a, b in zip(start, end, strict=True))
    box = {"facecolor": "white", "edgecolor": BACK, "boxstyle": "round,pad=0.15", "linewidth": 0.8}
    axis.text(x, y, text, color=BACK, fontsize=12, ha="center", va="center", bbox=box)


def _draw_node(axis: Axes, place: Place, name: str, node: float | tuple[str, ...]) -> None:
    if isinstance(node, tuple):
        axis.add_patch(Circle(place, RADIUS, facecolor="white", edgecolor="black", linewidth=1.6, zorder=3))
        size = 15 if len(node[0]) < 3 or node[0] in SYMBOLS else 12
        axis.text(*place, SYMBOLS.get(node[0], node[0]), ha="center", va="center", fontsize=size, zorder=4)
        axis.text(
            place[0], place[1] + RADIUS + 0.04, name, ha="center", va="bottom", fontsize=13, color="0.35"
        )
    else:
        box = {"facecolor": "0.93", "edgecolor": "none", "boxstyle": "round,pad=0.25"}
        axis.text(*place, name, ha="center", va="center", fontsize=15, bbox=box, zorder=3)


def _write(axis: Axes, place: Place, text: str, side: int, colour: str) -> None:
    """Write a number beside a node, right of gates and left of inputs: values above, gradients below."""
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
    x, y = place[0] + side * (RADIUS + 0.04), place[1] + (0.03 if colour == FORWARD else -0.03)
    ha, va = "left" if side > 0 else "right", "bottom" if colour == FORWARD else "top"
    axis.text(x, y, text, color=colour, ha=ha, va=va, fontsize=14, bbox=box, zorder=2)


def _frame(axis: Axes, at: Mapping[str, Place], title: str) -> None:
    columns, rows = zip(*at.values(), strict=True)
    axis.set(xlim=(min(columns) - 1, max(columns) + 1), ylim=(min(rows) - 0.55, max(rows) + 0.65))
    axis.set_aspect("equal")
    axis.set_axis_off()
    axis.set_title(title, fontsize=16)
