"""Graphs are computed rightly in both directions, and the numbers stand in the picture."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from toolkit.graph_drawing import BACK, FORWARD, OPERATIONS, draw_graph, run_graph

STAGED = {
    "x": 3.0,
    "y": -4.0,
    "sigmoid y": ("sigmoid", "y"),
    "numerator": ("+", "x", "sigmoid y"),
    "sigmoid x": ("sigmoid", "x"),
    "sum": ("+", "x", "y"),
    "square": ("(·)²", "sum"),
    "denominator": ("+", "sigmoid x", "square"),
    "reciprocal": ("1/·", "denominator"),
    "f": ("×", "numerator", "reciprocal"),
}


def texts(figure: Figure, colour: str = "") -> list[str]:
    return [
        t.get_text() for t in figure.axes[0].texts if not colour or to_hex(t.get_color()) == colour.lower()
    ]


def staged(x: float, y: float) -> float:
    return (x + 1 / (1 + np.exp(-y))) / (1 / (1 + np.exp(-x)) + (x + y) ** 2)


def test_the_worked_circuit_has_its_value_and_its_gradients() -> None:
    flow = run_graph(STAGED)
    h = 1e-5
    assert flow.values["f"] == pytest.approx(staged(3, -4), abs=1e-12)
    assert flow.values["f"] == pytest.approx(1.5456, abs=5e-5)
    assert flow.gradients["x"] == pytest.approx((staged(3 + h, -4) - staged(3 - h, -4)) / (2 * h), abs=1e-8)
    assert flow.gradients["y"] == pytest.approx((staged(3, -4 + h) - staged(3, -4 - h)) / (2 * h), abs=1e-8)


@pytest.mark.parametrize(
    ("node", "value", "gradients"),
    [
        (("+", "x", "y"), -1, (2, 2)),
        (("×", "x", "y"), -12, (-8, 6)),
        (("max", "x", "y"), 3, (2, 0)),
        (("−", "x"), -3, (-2, 0)),
        (("+1", "x"), 4, (2, 0)),
        (("exp", "x"), np.exp(3), (2 * np.exp(3), 0)),
        (("1/·", "y"), -0.25, (0, -2 / 16)),
        (("(·)²", "y"), 16, (0, -16)),
        (("sigmoid", "x"), 1 / (1 + np.exp(-3)), (0, 0)),
    ],
)
def test_every_operation_passes_the_upstream_gradient_back(
    node: tuple, value: float, gradients: tuple
) -> None:
    flow = run_graph({"x": 3.0, "y": -4.0, "f": node}, upstream=2.0)
    if node[0] == "sigmoid":
        gradients = (2 * value * (1 - value), 0)
    assert flow.values["f"] == pytest.approx(value)
    assert (flow.gradients["x"], flow.gradients["y"]) == pytest.approx(gradients, abs=1e-8)
    assert flow.gradients["f"] == 2


def test_the_table_above_has_every_operation() -> None:
    assert len(OPERATIONS) == 9


def test_branches_add_up() -> None:
    flow = run_graph({"x": 3.0, "y": -4.0, "q": ("+", "x", "y"), "f": ("×", "q", "x")})
    assert flow.shares["x", "q"] == pytest.approx(3)
    assert flow.shares["x", "f"] == pytest.approx(-1)
    assert flow.gradients["x"] == pytest.approx(2)
    twice = run_graph({"x": 3.0, "f": ("×", "x", "x")})
    assert twice.gradients["x"] == twice.shares["x", "f"] == pytest.approx(6)


def test_the_picture_shows_values_and_gradients() -> None:
    graph = {"x": 3.0, "y": -4.0, "q": ("+", "x", "y"), "f": ("×", "q", "x")}
    figure = draw_graph(graph, digits=1, title="branches")
    assert texts(figure, FORWARD) == ["3.0", "−4.0", "−1.0", "−3.0"]
    assert sorted(texts(figure, BACK)) == sorted(["2.0", "3.0", "3.0", "1.0", "−1.0", "3.0"])
    assert {"x", "y", "q", "f", "+", "×"} <= set(texts(figure))
    assert figure.axes[0].get_title() == "branches"
    gates = [patch.center for patch in figure.axes[0].patches if isinstance(patch, Circle)]
    assert gates == [(1.5, 0), (3, 0)]
    assert texts(draw_graph(graph, gradients=False), BACK) == []


def test_it_is_drawn_where_one_says(tmp_path) -> None:
    figure, axes = plt.subplots(1, 2)
    places = {"x": (0.0, 0.0), "y": (0.0, 2.0), "f": (2.0, 1.0)}
    drawn = draw_graph({"x": 1.0, "y": 2.0, "f": ("max", "x", "y")}, places, axis=axes[1], upstream=5)
    assert drawn is figure
    assert not axes[0].texts
    (gate,) = axes[1].patches
    assert gate.center == (2, 1)
    assert "5.00" in [text.get_text() for text in axes[1].texts]
    figure.savefig(tmp_path / "graph.png")
    plt.close(figure)


def test_a_new_figure_is_not_left_open() -> None:
    draw_graph(STAGED, digits=4)
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        ({"x": 1.0, "f": ("tan", "x")}, "f: there is no operation 'tan'; choose from [+] ×"),
        ({"f": ("exp", "x"), "x": 1.0}, "f: its operand 'x' must come before it"),
    ],
)
def test_graphs_that_cannot_be_computed_are_refused(graph: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw_graph(graph)
