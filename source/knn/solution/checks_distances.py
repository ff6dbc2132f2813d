"""Distances between images: values, CPU time, memory."""

import numpy as np
from checks import MODULE, points, trained

from toolkit.checks import at_least, check, close, cpu, equal, faster, info
from toolkit.data import load_cifar10

EXACT = {"dists": close(rtol=1e-7)}
RANKED = {**EXACT, "neighbours": equal()}


def pixels(rng, num_test, num_train, dimensions):
    """Return test and training images as raw uint8 values."""
    shape = (num_test + num_train, dimensions)
    both = rng.integers(0, 256, shape).astype(np.uint8)
    return both[:num_test], both[num_test:]


def ranked(dists):
    """Return distances, and the order of the neighbours, which a missing root does not change."""
    return {"dists": dists, "neighbours": np.argsort(dists, axis=-1)}


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


### END HIDDEN TESTS
