"""The figures of functions of two variables show what they are given."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from toolkit import plotting_2d

POINTS = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]])


def right_of_half(places: np.ndarray) -> np.ndarray:
    return (places[:, 0] > 0.5).astype(int)


def test_decision_regions_colour_each_place_by_its_label() -> None:
    figure = plotting_2d.decision_regions(right_of_half, POINTS, [0, 1, 2], steps=20, title="halves")
    (axis,) = figure.axes
    picture = np.asarray(axis.images[0].get_array())
    left, right, bottom, top = axis.images[0].get_extent()
    assert (left, right, bottom, top) == pytest.approx((-0.15, 1.15, -0.3, 2.3))
    across = np.linspace(left, right, 20)
    assert np.array_equal(picture, np.tile(across > 0.5, (20, 1)))
    assert axis.images[0].origin == "lower"
    assert [line.get_xydata().tolist() for line in axis.lines] == [[point] for point in POINTS.tolist()]
    assert len({line.get_marker() for line in axis.lines}) == 3
    assert axis.get_title() == "halves"


def test_decision_regions_draw_on_given_axes_within_given_limits() -> None:
    _, axes = plt.subplots(1, 2)
    plotting_2d.decision_regions(
        right_of_half, np.empty((0, 2)), [], axis=axes[1], limits=(0, 1, 2, 3), num_classes=4
    )
    plt.close()
    assert not axes[0].images
    assert (axes[1].get_xlim(), axes[1].get_ylim()) == ((0, 1), (2, 3))
    assert axes[1].images[0].cmap.N == 4


def test_decision_regions_ask_for_places_up_to_the_corners() -> None:
    asked = []
    plotting_2d.decision_regions(
        lambda places: asked.append(places) or right_of_half(places),
        POINTS,
        [0, 1, 1],
        steps=7,
        limits=(-1, 1, 4, 6),
    )
    assert len(asked) == 1
    assert np.array_equal(asked[0][[0, 6, -1]], [[-1, 4], [1, 4], [1, 6]])


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (np.zeros((3, 4)), [0, 1, 2], r"X has shape \(3, 4\)"),
        (POINTS, [0, 1], r"y \(2,\)"),
        (POINTS, [0, 1, 9], "10 classes"),
        (np.empty((0, 2)), [], "limits="),
    ],
)
def test_decision_regions_refuse_what_they_cannot_show(X: np.ndarray, y: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plotting_2d.decision_regions(right_of_half, X, y)


def test_decision_regions_need_a_label_for_each_place() -> None:
    with pytest.raises(ValueError, match=r"shape \(100, 2\), expected labels \(100,\)"):
        plotting_2d.decision_regions(lambda places: places, POINTS, [0, 1, 2], steps=10)


def test_landscape_has_the_first_variable_across() -> None:
    x, y = np.linspace(0, 2, 5), np.linspace(10, 20, 3)
    asked = []

    def f(a: float, b: float) -> float:
        asked.append((float(a), float(b)))
        return a + b

    axis, scale = plotting_2d.landscape(f, x, y, xlabel="a", ylabel="b", label="sum").axes
    assert sorted(asked) == [(a, b) for a in x.tolist() for b in y.tolist()]
    assert (axis.get_xlim(), axis.get_ylim()) == ((0, 2), (10, 20))
    assert (axis.get_xlabel(), axis.get_ylabel(), scale.get_ylabel()) == ("a", "b", "sum")


def test_heat_map_writes_each_number_and_frames_the_largest() -> None:
    values = np.array([[0.1, 0.3], [np.nan, 0.25], [0.2, np.inf]])
    axis, scale = plotting_2d.heat_map(
        values, [1e-7, 5e-7, 1e-6], ["none", "some"], xlabel="reg", ylabel="rate", label="accuracy", digits=2
    ).axes
    assert [text.get_text() for text in axis.texts] == ["0.10", "0.30", "–", "0.25", "0.20", "–"]
    assert [label.get_text() for label in axis.get_yticklabels()] == ["1e-07", "5e-07", "1e-06"]
    assert [label.get_text() for label in axis.get_xticklabels()] == ["none", "some"]
    (frame,) = axis.patches
    assert (frame.get_x() + frame.get_width() / 2, frame.get_y() + frame.get_height() / 2) == pytest.approx(
        (1, 0)
    )
    assert scale.get_ylabel() == "accuracy"
    assert np.asarray(axis.images[0].get_array()).shape == (3, 2)


@pytest.mark.parametrize("values", [np.zeros((2, 3)), np.full((3, 2), np.nan)])
def test_heat_map_needs_a_number_for_each_row_and_column(values: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"expected finite numbers \(3, 2\)"):
        plotting_2d.heat_map(values, [1, 2, 3], [1, 2])


def test_no_figure_is_left_open_and_each_can_be_saved(tmp_path) -> None:
    figures = [
        plotting_2d.decision_regions(right_of_half, POINTS, [0, 1, 2]),
        plotting_2d.landscape(lambda a, b: a * b, [0, 1, 2], [0, 1]),
        plotting_2d.heat_map(np.eye(2), [1, 2], [3, 4]),
    ]
    assert plt.get_fignums() == []
    for i, figure in enumerate(figures):
        figure.savefig(tmp_path / f"{i}.png")
        assert plt.imread(tmp_path / f"{i}.png").std() > 0.01
