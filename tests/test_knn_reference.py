"""The knn references and solutions agree with SciPy, with definitions written out, and with each other."""

from types import ModuleType

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from sides import either_side, sides

SIDES = sides("knn")
DISTANCES = [f"compute_distances_{loops}" for loops in ("two_loops", "one_loop", "no_loops")]


def module(side: str, name: str) -> ModuleType:
    return SIDES[side].load(name)


def trained(side: str, X: np.ndarray, y: np.ndarray):
    model = module(side, "k_nearest_neighbor").KNearestNeighbor()
    model.train(X, y)
    return model


def cross_validate(side: str, *arguments):
    with SIDES[side]:  # it imports the classifier when called
        return module(side, "cross_validation").cross_validate(*arguments)


def assert_close(got: np.ndarray, expected: np.ndarray, scale: float) -> None:
    """Assert equality up to 1e-9 of the largest number that went in."""
    assert got.shape == expected.shape
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9 * max(scale, 1.0))


@st.composite
def point_sets(draw, dtype: type = np.float64) -> tuple[np.ndarray, np.ndarray]:
    """Test and training points, (M, D) and (N, D)."""
    num_test, num_train, dimensions = (draw(st.integers(1, high)) for high in (5, 7, 6))
    numbers = st.integers(0, 255) if dtype is np.uint8 else st.floats(-100, 100)
    X = draw(arrays.arrays(dtype, (num_test, dimensions), elements=numbers))
    return X, draw(arrays.arrays(dtype, (num_train, dimensions), elements=numbers))


@st.composite
def votes(draw) -> tuple[np.ndarray, np.ndarray, int]:
    """Distances (M, N), in a row all different; labels (N,); k."""
    num_test, num_train = draw(st.integers(1, 4)), draw(st.integers(1, 9))
    rows = [draw(st.permutations(range(num_train))) for _ in range(num_test)]
    labels = draw(arrays.arrays(np.int64, num_train, elements=st.integers(0, 12)))
    return np.array(rows) / 3, labels, draw(st.integers(1, num_train))


@either_side
@pytest.mark.parametrize("method", DISTANCES[:2])
@given(points=st.one_of(point_sets(), point_sets(np.uint8)))
def test_distances_by_differences_agree_with_scipy(side, method, points):
    X, X_train = points
    got = getattr(trained(side, X_train, np.zeros(len(X_train), int)), method)(X)
    assert_close(got, cdist(X.astype(float), X_train.astype(float)), 1.0)


@either_side
@given(points=st.one_of(point_sets(), point_sets(np.uint8)))
def test_squared_distances_without_loops_agree_with_scipy(side, points):
    X, X_train = points
    got = trained(side, X_train, np.zeros(len(X_train), int)).compute_distances_no_loops(X)
    A, B = X.astype(float), X_train.astype(float)
    assert_close(got**2, cdist(A, B, "sqeuclidean"), float(np.abs([*A.flat, *B.flat]).max() ** 2))


@either_side
@pytest.mark.parametrize("method", DISTANCES)
@given(points=point_sets())
def test_a_point_has_no_distance_to_itself(side, method, points):
    _, X = points
    own = np.diag(getattr(trained(side, X, np.zeros(len(X), int)), method)(X))
    assert_close(own**2, np.zeros(len(X)), float(np.abs(X).max() ** 2))


@either_side
@given(points=st.one_of(point_sets(), point_sets(np.uint8)))
def test_l1_distances_agree_with_scipy(side, points):
    X, X_train = points
    got = module(side, "distances").l1_distances(X, X_train)
    assert_close(got, cdist(X.astype(float), X_train.astype(float), "cityblock"), 1.0)


@either_side
@given(case=votes())
def test_the_most_frequent_label_wins_and_of_several_the_smallest(side, case):
    dists, labels, k = case
    expected = []
    for row in dists:
        nearest = [labels[j] for j in range(len(row)) if np.sum(row < row[j]) < k]
        counts = {label: sum(other == label for other in nearest) for label in nearest}
        expected.append(min(label for label in counts if counts[label] == max(counts.values())))
    got = trained(side, np.zeros((len(labels), 2)), labels).predict_labels(dists, k=k)
    assert np.array_equal(got, expected)


@either_side
@pytest.mark.parametrize("metric", ["l1", "l2"])
@given(seed=st.integers(0, 2**32))
def test_prediction_takes_the_nearest_in_either_metric(side, metric, seed):
    rng = np.random.default_rng(seed)
    X, X_train, y = rng.normal(size=(6, 5)), rng.normal(size=(9, 5)), rng.integers(4, size=9)
    dists = cdist(X, X_train, {"l1": "cityblock", "l2": "euclidean"}[metric])
    model = trained(side, X_train, y)
    for num_loops in (0, 1, 2):
        with SIDES[side]:
            got = model.predict(X, k=1, num_loops=num_loops, metric=metric)
        assert np.array_equal(got, y[dists.argmin(axis=1)])


@either_side
@given(num_examples=st.integers(2, 40), data=st.data())
def test_folds_hold_every_example_once_in_order(side, num_examples, data):
    num_folds = data.draw(st.integers(2, num_examples))
    X, y = np.arange(2.0 * num_examples).reshape(-1, 2), np.arange(num_examples)
    X_folds, y_folds = module(side, "cross_validation").make_folds(X, y, num_folds)
    sizes = [len(fold) for fold in y_folds]
    assert np.array_equal(np.concatenate(X_folds), X)
    assert np.array_equal(np.concatenate(y_folds), y)
    assert [len(fold) for fold in X_folds] == sizes == sorted(sizes, reverse=True)
    assert len(sizes) == num_folds
    assert max(sizes) - min(sizes) <= 1


@either_side
@given(seed=st.integers(0, 2**32), num_examples=st.integers(8, 20), num_folds=st.integers(2, 4))
def test_cross_validation_predicts_each_fold_from_all_others(side, seed, num_examples, num_folds):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(num_examples, 3)), rng.integers(3, size=num_examples)
    got = cross_validate(side, X, y, [1], num_folds)
    dists = cdist(X, X)
    fold_of = np.repeat(
        np.arange(num_folds), [len(f) for f in np.array_split(np.arange(num_examples), num_folds)]
    )
    dists[fold_of[:, None] == fold_of] = np.inf
    right = y[dists.argmin(axis=1)] == y
    assert list(got) == [1]
    np.testing.assert_allclose(got[1], [right[fold_of == i].mean() for i in range(num_folds)], rtol=1e-12)


@given(seed=st.integers(0, 2**32))
def test_both_sides_cross_validate_alike(seed):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(14, 3)), rng.integers(3, size=14)
    tables = [cross_validate(side, X, y, [5, 1, 2], 4) for side in SIDES]
    assert tables[0] == tables[1]


@either_side
@given(
    table=st.dictionaries(
        st.integers(1, 100), st.lists(st.integers(0, 8), min_size=4, max_size=4), min_size=1
    )
)
def test_the_chosen_k_has_the_highest_mean_and_is_the_smallest_such(side, table):
    best = max(sum(eighths) for eighths in table.values())
    accuracies = {k: [eighth / 8 for eighth in eighths] for k, eighths in table.items()}
    chosen = module(side, "cross_validation").choose_k(accuracies)
    assert chosen == min(k for k, eighths in table.items() if sum(eighths) == best)
