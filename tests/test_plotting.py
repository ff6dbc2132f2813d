"""Each figure shows the data it was given, with named axes, and is not left open."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.container import ErrorbarContainer
from matplotlib.figure import Figure

from toolkit import plotting

CLASSES = ("bird", "cat", "dog")


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (23, 8, 8, 3), dtype=np.uint8)


def shown(figure: Figure) -> list[np.ndarray]:
    """The pictures in a figure, in order."""
    return [np.asarray(axis.images[0].get_array()) for axis in figure.axes if axis.images]


def titles(figure: Figure) -> list[str]:
    return [axis.get_title() for axis in figure.axes]


def legend(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.legends[0].get_texts()]


def test_image_grid_shows_every_image_in_rows_of_ten(images: np.ndarray) -> None:
    labels = np.arange(23) % 3
    figure = plotting.image_grid(images, labels, CLASSES)
    assert np.array_equal(shown(figure), images)
    assert figure.axes[0].get_gridspec().get_geometry() == (3, 10)
    assert titles(figure)[:4] == ["bird", "cat", "dog", "bird"]
    assert titles(plotting.image_grid(images[:4], labels[:4])) == ["0", "1", "2", "0"]
    assert titles(plotting.image_grid(images[:2])) == ["", ""]


def test_image_grid_has_a_column_for_each_class(images: np.ndarray) -> None:
    labels = np.array([2, 0] * 11 + [1])
    figure = plotting.image_grid(images, labels, CLASSES, per_class=2)
    assert figure.axes[0].get_gridspec().get_geometry() == (2, 3)
    assert titles(figure) == ["bird", "cat", "dog", "", "", ""]
    expected = [images[1], images[22], images[0], images[3], images[2]]
    assert np.array_equal(shown(figure), expected)


def test_images_that_are_not_bytes_are_stretched_together(images: np.ndarray) -> None:
    centred = images[:5] - images.mean(axis=0)
    pictures = np.array(shown(plotting.image_grid(centred)))
    assert pictures.min() == 0
    assert pictures.max() == 1
    assert np.allclose(np.diff(pictures, axis=0) * np.ptp(centred), np.diff(centred, axis=0))
    assert np.isfinite(shown(plotting.image_grid(np.zeros((1, 4, 4, 3))))).all()


def test_images_without_colour_and_single_images_are_shown(images: np.ndarray) -> None:
    grey = shown(plotting.image_grid(images[:2, :, :, 0]))
    assert np.array_equal(grey, images[:2, :, :, :1].repeat(3, axis=-1))
    assert np.array_equal(shown(plotting.image_grid(images[0])), images[:1])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"images": np.zeros((5, 3072))}, r"\(5, 3072\).*X.reshape"),
        ({"images": np.zeros((0, 8, 8, 3))}, r"\(0, 8, 8, 3\)"),
        ({"images": np.zeros((2, 8, 8, 3)), "labels": [1]}, "one for each of 2 images"),
        ({"images": np.zeros((2, 8, 8, 3)), "per_class": 1}, "per_class needs labels"),
    ],
)
def test_image_grid_refuses_what_are_not_images(arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plotting.image_grid(**arguments)


def test_distance_matrix_has_test_images_as_rows() -> None:
    dists = np.arange(12.0).reshape(3, 4)
    figure = plotting.distance_matrix(dists)
    axis, scale = figure.axes
    assert np.array_equal(shown(figure)[0], dists)
    assert (axis.get_xlabel(), axis.get_ylabel()) == ("training image", "test image")
    assert scale.get_ylabel() == "distance"
    with pytest.raises(ValueError, match="num_test, num_train"):
        plotting.distance_matrix(dists[0])


def test_curves_draws_each_history_and_names_it() -> None:
    histories = {"slow": [3.0, 2.5, 2.2], "fast": np.array([3.0, 1.0])}
    figure = plotting.curves(histories, x=[10, 100, 1000], xlabel="images", ylabel="accuracy", log_x=True)
    (axis,) = figure.axes
    drawn = {line.get_label(): line.get_xydata().tolist() for line in axis.lines}
    assert drawn == {"slow": [[10, 3], [100, 2.5], [1000, 2.2]], "fast": [[10, 3], [100, 1]]}
    assert (axis.get_xlabel(), axis.get_ylabel()) == ("images", "accuracy")
    assert (axis.get_xscale(), axis.get_yscale()) == ("log", "linear")
    assert legend(figure) == ["slow", "fast"]
    assert plotting.curves({"loss": [1, 2]}).legends == []


def test_curves_smooths_over_a_window() -> None:
    (axis,) = plotting.curves({"loss": [0.0, 2, 4, 6]}, window=2, log_y=True).axes
    mean, values = axis.lines
    assert mean.get_xydata().tolist() == [[1, 1], [2, 3], [3, 5]]
    assert values.get_ydata().tolist() == [0, 2, 4, 6]
    assert values.get_alpha() < 0.5
    assert values.get_color() == mean.get_color()
    assert axis.get_yscale() == "log"


def test_many_curves_differ_in_colour_or_line() -> None:
    (axis,) = plotting.curves({f"run {i}": [i, i + 1] for i in range(20)}).axes
    assert len({(line.get_color(), line.get_linestyle()) for line in axis.lines}) == 20
    assert {to_hex(line.get_color()) for line in axis.lines} <= {c.lower() for c in plotting.COLOURS}


def test_error_bars_show_every_fold_the_mean_and_the_deviation() -> None:
    accuracies = {5: [0.2, 0.4], 1: [0.1, 0.2], 100: [0.3, 0.3]}
    figure = plotting.error_bars(accuracies, xlabel="k")
    (axis,) = figure.axes
    folds = axis.collections[0].get_offsets().tolist()
    assert sorted(folds) == [[1, 0.1], [1, 0.2], [5, 0.2], [5, 0.4], [100, 0.3], [100, 0.3]]
    (bars,) = (c for c in axis.containers if isinstance(c, ErrorbarContainer))
    means, _, (spread,) = bars.lines
    assert np.allclose(means.get_xydata(), [[1, 0.15], [5, 0.3], [100, 0.3]])
    ends = [segment[:, 1] for segment in spread.get_segments()]
    assert np.allclose(ends, [[0.1, 0.2], [0.2, 0.4], [0.3, 0.3]])
    assert [tick.get_text() for tick in axis.get_xticklabels()] == ["1", "5", "100"]
    assert axis.get_xscale() == "log"
    assert (axis.get_xlabel(), axis.get_ylabel()) == ("k", "validation accuracy")
    assert legend(figure) == ["one fold", "mean and standard deviation"]


def test_error_bars_of_close_or_negative_choices_have_a_linear_axis() -> None:
    assert plotting.error_bars({-1: [0.1], 2: [0.2]}).axes[0].get_xscale() == "linear"
    assert plotting.error_bars({1: [0.1], 3: [0.2]}).axes[0].get_xscale() == "linear"
    with pytest.raises(ValueError, match="empty"):
        plotting.error_bars({})


def test_weights_shows_each_column_stretched_by_itself() -> None:
    W = np.random.default_rng(0).standard_normal((2 * 3 * 3, 4)) * [1, 10, 100, 0]
    figure = plotting.weights(W, (2, 3, 3), names=("a", "b", "c", "d"))
    assert titles(figure) == ["a", "b", "c", "d"]
    for picture, column in zip(shown(figure), W.T, strict=True):
        stretched = (column - column.min()) / (np.ptp(column) or 1)
        assert np.allclose(picture, stretched.reshape(2, 3, 3))
    assert shown(plotting.weights(W, (2, 9)))[0].shape == (2, 9, 3)


def test_weights_with_the_row_of_biases_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(3073, 10\).*W\[:-1\]"):
        plotting.weights(np.zeros((3073, 10)))
    with pytest.raises(ValueError, match=r"\(3072, C\) for images"):
        plotting.weights(np.zeros(3072))


def test_no_figure_is_left_open_and_no_setting_changed(images: np.ndarray) -> None:
    before = dict(matplotlib.rcParams)
    plotting.image_grid(images, np.arange(23) % 3, per_class=2)
    plotting.curves({"a": [1, 2]})
    assert plt.get_fignums() == []
    assert dict(matplotlib.rcParams) == before


def test_figure_can_be_saved_without_a_warning(images: np.ndarray, tmp_path) -> None:
    figures = [
        plotting.image_grid(images),
        plotting.curves({"a": [1, 2], "b": [2, 1]}, window=2),
        plotting.error_bars({1: [0.2, 0.3], 20: [0.4, 0.1]}),
        plotting.distance_matrix(np.eye(3)),
    ]
    for i, figure in enumerate(figures):
        figure.savefig(tmp_path / f"{i}.png")
        assert plt.imread(tmp_path / f"{i}.png").std() > 0.01
