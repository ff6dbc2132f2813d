"""Checks of dropout and DropConnect, by properties that every right mask has and by shares of many entries.

The reference and a submission draw different masks. The share of n entries that are kept, each with the
probability p, has the standard error sqrt(p (1 - p) / n), and the difference of two such shares sqrt(2) times
that; tolerances are at least 6.1 of the latter, which one right answer in 1e9 exceeds.
"""

import numpy as np

from toolkit.checks import check, close, equal

# n = 20,000 and p = 0.6, the worst here: 6.1 sqrt(2 · 0.24 / 20,000) = 0.030
SHARE = close(rtol=0, atol=0.03)
# p = 0.3: shares kept in single columns of 200 deviate by 0.032, known from 100 columns to within 0.0023;
# those in rows of 100 by 0.046, known from 200 to within 0.0023. 7 sqrt(2) of that: 0.023. One mask for all
# rows: 0.46.
SPREAD = close(rtol=0, atol=0.025)
FORWARD = {"dropout": ("dropout_forward",)}
CONNECT = {"dropconnect": ("dropconnect_forward",)}


def inputs(rng, shape):
    """Return inputs none of which is near zero."""
    return rng.uniform(1, 2, shape) * rng.choice([-1, 1], shape)


def ends(values):
    """Return the least and the largest."""
    return np.array([values.min(), values.max()])


def shares(kept):
    """Return the share that is kept, and how much that of columns and of rows deviates."""
    return {
        "share_kept": kept.mean(),
        "deviation_of_columns": kept.mean(axis=0).std(),
        "deviation_of_rows": kept.mean(axis=1).std(),
    }


def alike(a, b):
    """Return the share of entries that are zero in both arrays or in neither."""
    return np.mean((a == 0) == (b == 0))


@check(
    "dropout",
    points=1.5,
    outputs={"share_kept": SHARE, "deviation_of_columns": SPREAD, "deviation_of_rows": SPREAD},
)
def dropout_forward(dropout, rng):
    """Which entries are kept while training, and what becomes of them"""
    x = inputs(rng, (200, 100))
    out, _ = dropout.dropout_forward(x, {"mode": "train", "p": 0.3}, rng=rng)
    kept = out != 0
    return {"kept_entries_times": ends(out[kept] / x[kept]), **shares(kept)}


@check("dropout", points=0.5, cell="dropout_forward", partial=False)
def dropout_test_time(dropout, rng):
    """Nothing is dropped or scaled at test time, other than while training"""
    x = inputs(rng, (50, 400))
    trained, _ = dropout.dropout_forward(x, {"mode": "train", "p": 0.7}, rng=rng)
    out, _ = dropout.dropout_forward(x, {"mode": "test", "p": 0.7}, rng=rng)
    return {"drops_while_training": float(np.any(trained == 0)), "entries_times": ends(out / x)}


@check("dropout", points=1, callees=FORWARD)
def dropout_backward(dropout, rng):
    """Gradient of dropout, judged by what your forward pass did"""
    x, dout = inputs(rng, (40, 30)), inputs(rng, (40, 30))
    out, cache = dropout.dropout_forward(x, {"mode": "train", "p": 0.6}, rng=rng)
    dx = dropout.dropout_backward(dout, cache)
    slopes, kept = out / x, out != 0
    return {
        "where_kept": ends(dx[kept] / (dout * slopes)[kept]),
        "all": np.linalg.norm(dx - dout * slopes) / np.linalg.norm(dout * slopes),
    }


@check(
    "dropconnect",
    points=0.5,
    optional=True,
    outputs={"share_kept": SHARE, "deviation_of_columns": SPREAD, "deviation_of_rows": SPREAD},
)
def dropconnect_forward(dropconnect, rng):
    """Which weights are kept while training, and what becomes of them"""
    w, b = inputs(rng, (200, 100)), rng.normal(size=100)
    out, _ = dropconnect.dropconnect_forward(np.eye(200), w, b, {"mode": "train", "p": 0.3}, rng=rng)
    factors = (out - b) / w
    kept = np.abs(factors) > 0.1
    return {"kept_weights_times": ends(factors[kept]), **shares(kept)}


@check(
    "dropconnect",
    points=0.5,
    optional=True,
    outputs={"shapes": equal(guard=True)},
    callees=CONNECT,
)
def dropconnect_backward(dropconnect, rng):
    """Gradients of a layer with DropConnect, judged by what your forward pass did"""
    x, w, b = rng.normal(size=(12, 12)), inputs(rng, (12, 7)), rng.normal(size=7)
    dout = rng.normal(size=(12, 7))
    out, cache = dropconnect.dropconnect_forward(x, w, b, {"mode": "train", "p": 0.6}, rng=rng)
    dx, dw, db = dropconnect.dropconnect_backward(dout, cache)
    weights = np.linalg.solve(x, out - b)  # those that were used
    right = {"dx": dout @ weights.T, "dw": x.T @ dout * (weights / w)}
    return {
        "shapes": [list(np.shape(gradient)) for gradient in (dx, dw)],
        "dx": np.linalg.norm(dx - right["dx"]) / np.linalg.norm(right["dx"]),
        "dw": np.linalg.norm(dw - right["dw"]) / np.linalg.norm(right["dw"]),
        "db": db,
    }
