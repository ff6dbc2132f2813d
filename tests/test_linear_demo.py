"""The demo of a linear classifier: sliders where there are widgets, a figure where there are none."""

from __future__ import annotations

import base64
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure

from toolkit.linear_demo import LARGEST, START, Learner, linear_demo


def least_squares(W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float) -> tuple[float, np.ndarray]:
    difference = X @ W - np.eye(3)[y]
    return np.mean(np.sum(difference**2, axis=1)) + reg * np.sum(W**2), 2 * X.T @ difference / len(
        y
    ) + 2 * reg * W


def scores_of_others(W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float) -> tuple[float, np.ndarray]:
    wrong = 1 - np.eye(3)[y]
    return float(np.mean(np.sum(wrong * (X @ W), axis=1))) + reg, X.T @ wrong / len(y)


LOSSES = {"squares": least_squares, "others": scores_of_others}
X = np.array([[-1.0, 0.5], [1.0, 0.0], [0.0, 1.5], [1.5, -1.0]])
Y = np.array([0, 1, 2, 1])


@pytest.fixture
def controls():
    return linear_demo(LOSSES, X, Y, interactive=True)


def positions(controls) -> np.ndarray:
    return np.array([[slider.value for slider in row] for row in controls.weights])


def test_without_a_notebook_server_a_figure_shows_the_start_and_each_loss(monkeypatch, tmp_path) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    figure = linear_demo(LOSSES)
    assert isinstance(figure, Figure)
    planes, bars = figure.axes[:3], figure.axes[3:]
    assert [plane.get_title().partition(":")[0] for plane in planes] == [
        "at the start\nsquares",
        "after 100 steps\nsquares",
        "after 100 steps\nothers",
    ]
    assert all(len(plane.images) == 1 and plane.get_xlabel() for plane in planes)
    assert all(len(bar.patches) == 15 and bar.get_xlabel() for bar in bars)
    assert plt.get_fignums() == []
    figure.savefig(tmp_path / "demo.png")


def test_under_a_notebook_server_there_are_sliders_over_a_still_picture(monkeypatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "softmax.ipynb")
    bundle = linear_demo(LOSSES, X, Y)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")


def test_without_ipywidgets_there_is_a_figure_and_a_line_that_says_why(monkeypatch, capsys) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    assert isinstance(linear_demo(LOSSES, X, Y, interactive=True), Figure)
    assert "not installed" in capsys.readouterr().out


def test_a_moved_slider_moves_the_weight_and_the_picture(controls) -> None:
    before = controls.picture.value
    controls.weights[2][1].value = 2.5
    assert controls.learner.W[2, 1] == 2.5
    assert controls.picture.value != before
    assert np.array_equal(np.delete(controls.learner.W.ravel(), 7), np.delete(START.ravel(), 7))


def test_choosing_the_loss_and_the_penalty_changes_what_is_shown(controls) -> None:
    before = controls.picture.value
    controls.loss.value = "others"
    controls.reg.value = 0.25
    assert (controls.learner.name, controls.learner.reg) == ("others", 0.25)
    assert controls.picture.value != before


def test_buttons_step_down_the_gradient_and_go_back(controls) -> None:
    one, twenty, again = controls.buttons
    controls.rate.value = 0.1
    ones = np.c_[X, np.ones(4)]
    one.click()
    expected = START - 0.1 * least_squares(START, ones, Y, 0.01)[1]
    assert np.allclose(controls.learner.W, expected)
    assert np.allclose(positions(controls), expected)
    twenty.click()
    losses = [least_squares(W, ones, Y, 0.01)[0] for W in (START, expected, controls.learner.W)]
    assert losses[0] > losses[1] > losses[2]
    again.click()
    assert np.array_equal(controls.learner.W, START)
    assert np.array_equal(positions(controls), START)


def test_losses_of_points_and_the_penalty_add_up_to_the_loss() -> None:
    learner = Learner(LOSSES, X, Y)
    data, penalty = learner.total()
    assert learner.of_points().mean() == pytest.approx(data)
    assert penalty == pytest.approx(0.01 * np.sum(START**2))
    assert data + penalty == pytest.approx(least_squares(START, learner.X, Y, 0.01)[0])


def test_steps_end_where_the_sliders_end() -> None:
    learner = Learner({"others": scores_of_others}, X, Y)
    learner.step(10.0, 50)
    assert np.abs(learner.W).max() == LARGEST


@pytest.mark.parametrize(("X", "y"), [(np.zeros((3, 3)), [0, 1, 2]), (np.zeros((2, 2)), [0, 3]), ([], [])])
def test_points_that_the_demo_cannot_show_are_refused(X, y) -> None:
    with pytest.raises(ValueError, match=r"expected points \(N, 2\) of the classes 0, 1, 2"):
        linear_demo(LOSSES, X, y)
