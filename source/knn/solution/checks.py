"""Checks of the knn assignment: probes that make calls, and how their outputs are judged."""

import numpy as np

from toolkit.checks import at_least, check, close, cpu, equal, faster, info
from toolkit.data import load_cifar10

MODULE = "k_nearest_neighbor"
EXACT = {"dists": close(rtol=1e-7)}
RANKED = {**EXACT, "neighbours": equal()}


def trained(knn, X, y=None):
    """Return a classifier that remembers X (N, D) and y (N,)."""
    model = knn.KNearestNeighbor()
    model.train(X, np.zeros(len(X), int) if y is None else y)
    return model


def points(rng, num_test, num_train, dimensions):
    """Return test and training points, (M, D) and (N, D), with coordinates that are no integers."""
    return rng.normal(0, 3, (num_test, dimensions)), rng.normal(0, 3, (num_train, dimensions))


def pixels(rng, num_test, num_train, dimensions):
    """Return test and training images as raw uint8 values."""
    shape = (num_test + num_train, dimensions)
    both = rng.integers(0, 256, shape).astype(np.uint8)
    return both[:num_test], both[num_test:]


def voting(rng, num_test, num_train, num_labels):
    """Return labels (N,), every one of them used, and distances without ties (M, N)."""
    dists = rng.permuted(np.tile(np.arange(1.0, num_train + 1), (num_test, 1)), axis=1) / 7
    labels = rng.permutation(np.arange(num_train) % num_labels)
    return labels, dists


def ranked(dists):
    """Return distances, and the order of the neighbours, which a missing root does not change."""
    return {"dists": dists, "neighbours": np.argsort(dists, axis=-1)}


def vote(knn, dists, labels, k):
    """Return what predict_labels says for given distances and labels."""
    return trained(knn, np.zeros((len(labels), 2)), labels).predict_labels(dists, k=k)


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_two_loops(knn, rng):
    """Euclidean distances with two loops"""
    X, X_train = points(rng, 4, 7, 5)
    return ranked(trained(knn, X_train).compute_distances_two_loops(X))


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_one_loop(knn, rng):
    """Euclidean distances with one loop"""
    X, X_train = points(rng, 5, 8, 6)
    return ranked(trained(knn, X_train).compute_distances_one_loop(X))


@check(MODULE, points=1, outputs=RANKED)
def compute_distances_no_loops(knn, rng):
    """Euclidean distances without loops"""
    X, X_train = points(rng, 6, 9, 7)
    return ranked(trained(knn, X_train).compute_distances_no_loops(X))


@check("distances", points=1, outputs=EXACT)
def l1_distances(distances, rng):
    """L1 distances"""
    X, X_train = points(rng, 4, 9, 6)
    return {"dists": distances.l1_distances(X, X_train)}


@check(MODULE, points=1, outputs={"labels": equal(), "dists_afterwards": equal(guard=True)})
def predict_labels(knn, rng):
    """Majority vote of the k nearest"""
    labels, dists = voting(rng, 60, 30, 2)
    model = trained(knn, np.zeros((30, 2)), np.array([3, 8])[labels])
    y_pred, (dists_afterwards, _) = model.predict_labels.with_args(dists, 7)
    return {"labels": y_pred, "dists_afterwards": dists_afterwards}


@check(MODULE, points=0.5, outputs={"two_loops": equal(), "one_loop": equal(), "no_loops": equal()})
def predict(knn, rng):
    """Predicting labels with each of the three distances"""
    X, X_train = points(rng, 50, 40, 3)
    model = trained(knn, X_train, rng.integers(0, 2, 40))
    return {
        "no_loops": model.predict(X, k=5, num_loops=0),
        "one_loop": model.predict(X, k=5, num_loops=1),
        "two_loops": model.predict(X, k=5, num_loops=2),
    }


@check("cross_validation", points=0.5, outputs={"X_folds": equal(), "y_folds": equal()})
def make_folds(cross_validation, rng):
    """Folds of equal size"""
    X, y = rng.normal(size=(12, 3)), rng.integers(0, 4, 12)
    X_folds, y_folds = cross_validation.make_folds(X, y, 4)
    return {"X_folds": X_folds, "y_folds": y_folds}


@check("cross_validation", points=1)
def cross_validate(cross_validation, rng):
    """Accuracy of each k on each fold"""
    X, y = clusters(rng, 30)
    return {"accuracies": cross_validation.cross_validate(X, y, [1, 3, 7], 5)}


def clusters(rng, count):
    """Return points (count, 4) that overlap in two classes, and their labels."""
    y = rng.integers(0, 2, count)
    return rng.normal(size=(count, 4)) + 0.8 * y[:, np.newaxis], y


@check("cross_validation", points=0.25, outputs={"k": equal()})
def choose_k(cross_validation, rng):
    """The k with the best mean accuracy"""
    rows = [[0.3, 0.36, 0.34], [0.3, 0.32, 0.31], [0.24, 0.4, 0.26], [0.28, 0.27, 0.3]]
    return {"k": [cross_validation.choose_k(shuffled(rng, distinct(rng, 4), rows)) for _ in range(5)]}


def distinct(rng, count):
    """Return different numbers from 5 to 98, as a list."""
    return (5 + rng.permutation(94)[:count]).tolist()


def shuffled(rng, keys, rows):
    """Return a dictionary that maps each key to its row, in any order."""
    return {keys[i]: rows[i] for i in rng.permutation(len(keys)).tolist()}


def valid(letters, allowed):
    """Return 1.0 if an answer is a string of allowed letters, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set(allowed))}


@check("questions", points=0, cell="l1_preprocessing")
def l1_preprocessing_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.l1_preprocessing(), "ABCDE")


@check("questions", points=0, cell="test_set_use")
def test_set_use_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.test_set_use(), "ABCD")


@check("questions", points=0, cell="training_accuracy")
def training_accuracy_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.training_accuracy(), "ABCD")


### BEGIN HIDDEN TESTS
@check(MODULE, points=0.5, cell="compute_distances_two_loops", outputs=EXACT)
def two_loops_uint8(knn, rng):
    """Two loops on raw uint8 images"""
    X, X_train = pixels(rng, 3, 5, 11)
    return {"dists": trained(knn, X_train).compute_distances_two_loops(X)}


@check(MODULE, points=0.5, cell="compute_distances_one_loop", outputs=EXACT)
def one_loop_uint8(knn, rng):
    """One loop on raw uint8 images"""
    X, X_train = pixels(rng, 4, 6, 13)
    return {"dists": trained(knn, X_train).compute_distances_one_loop(X)}


@check(MODULE, points=0.5, cell="compute_distances_no_loops", outputs={"dists": close(rtol=1e-6)})
def no_loops_uint8(knn, rng):
    """No loops on raw uint8 images"""
    X, X_train = pixels(rng, 5, 7, 12)
    return {"dists": trained(knn, X_train).compute_distances_no_loops(X)}


@check(
    MODULE,
    points=1,
    cell="compute_distances_no_loops",
    outputs={"float64": close(rtol=0, atol=1e-4), "float32": close(rtol=0, atol=0.1)},
)
def no_loops_self_distance(knn, rng):
    """The distance of a training point to itself is 0, not NaN"""
    X = rng.normal(0, 10, (40, 60))
    single = X.astype(np.float32)
    return {
        "float64": trained(knn, X).compute_distances_no_loops(X),
        "float32": trained(knn, single).compute_distances_no_loops(single),
    }


@check(
    MODULE,
    points=1,
    cell="compute_distances_no_loops",
    outputs={"dists": close(rtol=1e-6), "no_loops": faster(times=20, than="two_loops"), "two_loops": info()},
    alone=True,
    partial=False,
)
def no_loops_cpu(knn, rng):
    """At least 20 times less CPU time than two loops"""
    outputs = {"dists": [], "no_loops": 0.0, "two_loops": 0.0}
    for num_test, num_train in ((1200, 10), (10, 1200)):  # a loop over either kind of image takes long once
        X, X_train = points(rng, num_test, num_train, 40)
        model = trained(knn, X_train)
        seconds, dists = timed(model.compute_distances_no_loops, rng, X.shape)
        outputs["dists"] += dists
        outputs["no_loops"] += seconds
        outputs["two_loops"] += timed(model.compute_distances_two_loops, rng, X.shape)[0]
    return outputs


def timed(distances, rng, shape):
    """Return CPU seconds of a method, and its results, on test points drawn for each call."""
    return cpu(lambda: distances(rng.normal(size=shape)))


@check(MODULE, points=0.5, cell="compute_distances_no_loops", outputs={"dists": close(rtol=1e-6)}, alone=True)
def no_loops_memory(knn, rng):
    """No array of all pairs of images times all pixels"""
    X, X_train = points(rng, 250, 300, 3072)
    return {"dists": trained(knn, X_train).compute_distances_no_loops(X)}


@check(
    MODULE,
    points=0.5,
    cell="compute_distances_no_loops",
    outputs={
        "dists": close(rtol=1e-6),
        "X_afterwards": close(guard=True),
        "X_train_afterwards": close(guard=True),
    },
)
def inputs_unchanged(knn, rng):
    """Neither the test nor the training data is changed"""
    X, X_train = points(rng, 5, 8, 6)
    model = trained(knn, X_train)
    dists, (X_afterwards,) = model.compute_distances_no_loops.with_args(X)
    return {"dists": dists, "X_afterwards": X_afterwards, "X_train_afterwards": model.X_train}


@check(
    MODULE,
    points=0.5,
    cell="compute_distances_no_loops",
    outputs={"dists": close(rtol=1e-5), "accuracy": at_least(0.99, guard=True)},
    data=True,
)
def no_loops_images(knn, rng):
    """Nearest neighbours of 25 CIFAR-10 images among 400"""
    data = load_cifar10(num_train=400, num_val=0, num_test=25, num_dev=0)
    X_train, X = (images.reshape(len(images), -1) for images in (data.X_train, data.X_test))
    model = trained(knn, X_train, data.y_train)
    dists = model.compute_distances_no_loops(X)
    return {"dists": dists, "accuracy": np.mean(data.y_train[np.argmin(dists, axis=1)] == data.y_test)}


@check("distances", points=0.5, cell="l1_distances", outputs=EXACT)
def l1_uint8(distances, rng):
    """L1 distances of raw uint8 images"""
    X, X_train = pixels(rng, 4, 7, 9)
    return {"dists": distances.l1_distances(X, X_train)}


@check("distances", points=1, cell="l1_distances", alone=True)
def l1_memory(distances, rng):
    """L1 distances of larger data in bounded memory"""
    X, X_train = points(rng, 450, 450, 1100)
    return {"dists": distances.l1_distances(X, X_train)}


@check(MODULE, points=1, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_ties(knn, rng):
    """Among equally frequent labels the smallest wins"""
    labels, dists = voting(rng, 60, 24, 4)
    return {"labels": vote(knn, dists, np.array([3, 9, 14, 20])[labels], 4)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_k_one(knn, rng):
    """With k = 1 the label of the nearest image"""
    labels, dists = voting(rng, 9, 20, 5)
    return {"labels": vote(knn, dists, labels, 1)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_k_all(knn, rng):
    """With k = N every training image votes"""
    labels, dists = voting(rng, 6, 17, 4)
    labels[:5] = 3
    return {"labels": vote(knn, dists, rng.permutation(90)[labels], 17)}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_one_test_point(knn, rng):
    """A single test image"""
    labels, dists = voting(rng, 8, 19, 2)
    return {"labels": [vote(knn, row, labels, 5) for row in dists[:, np.newaxis]]}


@check(MODULE, points=0.5, cell="predict_labels", outputs={"labels": equal()})
def predict_labels_many_classes(knn, rng):
    """Labels of more than ten classes, some of them unused"""
    labels, dists = voting(rng, 13, 40, 2)
    return {"labels": vote(knn, dists, np.array([17, 99])[labels], 9)}


@check(MODULE, points=0.5, cell="predict", outputs={"l1": equal(), "l2": equal()})
def predict_metric(knn, rng):
    """The metric is the caller's choice"""
    X, X_train = points(rng, 60, 50, 8)
    model = trained(knn, X_train, rng.integers(0, 7, 50))
    return {"l1": model.predict(X, k=1, metric="l1"), "l2": model.predict(X, k=1, metric="l2")}


@check("cross_validation", points=0.5, cell="make_folds", outputs={"X_folds": equal(), "y_folds": equal()})
def make_folds_uneven(cross_validation, rng):
    """Folds when the number of examples is not a multiple"""
    X, y = rng.normal(size=(17, 4)), rng.integers(0, 3, 17)
    X_folds, y_folds = cross_validation.make_folds(X, y, 5)
    return {"X_folds": X_folds, "y_folds": y_folds}


@check("cross_validation", points=0.5, cell="cross_validate")
def cross_validate_uneven(cross_validation, rng):
    """Accuracies on folds of different sizes"""
    X, y = clusters(rng, 23)
    return {"accuracies": cross_validation.cross_validate(X, y, [5, 1], 4)}


@check("cross_validation", points=0.25, cell="choose_k", outputs={"k": equal()})
def choose_k_tie(cross_validation, rng):
    """Among equally good k the smallest"""
    rows = [[0.25, 0.25], [0.375, 0.375], [0.25, 0.5], [0.5, 0.25], [0.75, 0.0]]
    return {"k": [cross_validation.choose_k(shuffled(rng, sorted(distinct(rng, 5)), rows)) for _ in range(5)]}


def in_order(letters):
    """Return an answer's letters once each, in alphabetical order."""
    return {"letters": "".join(sorted(set(letters.upper())))}


@check("questions", points=0.5, cell="l1_preprocessing")
def l1_preprocessing_answer(questions, rng):
    """Which preprocessing leaves L1-nearest neighbours unchanged"""
    return in_order(questions.l1_preprocessing())


@check("questions", points=0.5, cell="test_set_use")
def test_set_use_answer(questions, rng):
    """How to use the test set"""
    return in_order(questions.test_set_use())


@check("questions", points=0.5, cell="training_accuracy")
def training_accuracy_answer(questions, rng):
    """Accuracy on the training images"""
    return in_order(questions.training_accuracy())


### END HIDDEN TESTS
