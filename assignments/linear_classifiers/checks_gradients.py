"""Checks of preprocessing, and of numeric gradients and their comparison."""

import numpy as np

from toolkit.checks import check, close, equal

MODULE = "gradient_check"
NUMERIC = {"gradient": close(rtol=1e-6)}
RESTORED = {"gradient": close(rtol=1e-6), "x_afterwards": equal(guard=True)}


def bent(rng, shape):
    """Return a function without symmetry, whose entries are coupled, and a point x of the given shape."""
    cubic, linear = rng.uniform(1, 2, shape), rng.normal(size=shape)
    return lambda x: np.sum(cubic * x**3 + linear * x) + np.sum(x) ** 2, rng.uniform(-1.5, 1.5, shape)


@check("preprocessing", points=0.75)
def subtract_mean(preprocessing, rng):
    """The mean training image is subtracted from all images"""
    centred = preprocessing.subtract_mean(*(rng.normal(3, 2, (count, 5)) for count in (7, 4, 3)))
    return {"train": centred[0], "second": centred[1], "third": centred[2]}


@check("preprocessing", points=0.5)
def append_bias(preprocessing, rng):
    """A last column of ones"""
    return {"X_bias": preprocessing.append_bias(rng.normal(size=(5, 3)))}


@check("preprocessing", points=0.25)
def scale_to_unit(preprocessing, rng):
    """Pixels from 0 to 255 become values from -1 to 1"""
    return {"scaled": preprocessing.scale_to_unit(rng.integers(0, 256, (3, 4, 5)).astype(np.uint8))}


@check(MODULE, points=1, outputs=NUMERIC)
def forward_difference(gradient_check, rng):
    """Forward differences with a step of 0.01"""
    f, x = bent(rng, (2, 3))
    return {"gradient": gradient_check.forward_difference(f, x, 0.01)}


@check(MODULE, points=1.5, outputs=NUMERIC)
def eval_numerical_gradient(gradient_check, rng):
    """Centred differences with a step of 0.01"""
    f, x = bent(rng, (3, 2))
    return {"gradient": gradient_check.eval_numerical_gradient(f, x, False, 0.01)}


@check(MODULE, points=0.5, cell="eval_numerical_gradient", outputs=RESTORED)
def eval_numerical_gradient_restores(gradient_check, rng):
    """x is the same, bit for bit, after centred differences"""
    f, x = bent(rng, (4, 3))
    differences = gradient_check.eval_numerical_gradient.with_args
    gradient, (_, x_afterwards, *_) = differences(f, x / 1000, False, 0.03)  # adding 0.03 rounds these away
    return {"gradient": gradient, "x_afterwards": x_afterwards}


@check(MODULE, points=1.5, outputs={"arrays": close(rtol=1e-6), "numbers": close(rtol=1e-6)})
def relative_error(gradient_check, rng):
    """The largest relative error of arrays, and that of numbers"""
    a = rng.uniform(1, 2, (3, 4)) * rng.choice([-1, 1], (3, 4))
    b = a * rng.uniform(0.3, 1.6, (3, 4))
    a[1, 1] = -abs(a[1, 1])
    b[0, 0], b[1, 1] = 0.3 * a[0, 0], 4 * a[1, 1]
    return {
        "arrays": gradient_check.relative_error(a, b),
        "numbers": [
            gradient_check.relative_error(float(p), float(q)) for p, q in ((a[0, 0], b[0, 0]), (2, -3))
        ],
    }


@check(
    MODULE,
    points=1.5,
    outputs={"right_errors": equal(), "many_entries": equal(), "num_errors": equal(guard=True)},
)
def grad_check_sparse(gradient_check, rng):
    """Relative errors at entries drawn at random"""
    outputs, _ = sparse_check(gradient_check, rng, (3, 12), 30)
    return outputs


def sparse_check(gradient_check, rng, shape, num_checks):
    """Return what became of a comparison, and x before and after it.

    The gradient to check is wrong by another factor at each entry, so that an error tells its entry. Of 36
    entries 30 draws reach 20 on average, and fewer than 10 with a probability below 1e-9.
    """
    f, x = bent(rng, shape)
    x = x / 1000  # so small that adding 0.001 and subtracting it again rounds
    excess = rng.permutation(np.linspace(0.1, 2, x.size)).reshape(shape)
    analytic_grad = (1 + excess) * centred_differences(f, x)
    compare = gradient_check.grad_check_sparse.with_args
    errors, (_, x_afterwards, *_) = compare(f, x, analytic_grad, num_checks, 1e-3, rng=rng)
    outputs = {**recognised(np.array(errors, dtype=float), excess), "num_errors": len(errors)}
    return outputs, x_afterwards


def centred_differences(f, x):
    """Return the slope along each axis, at a distance of 1e-3."""
    slopes = [f(x + step) - f(x - step) for step in 1e-3 * np.eye(x.size).reshape(-1, *x.shape)]
    return np.reshape(slopes, x.shape) / 2e-3


def recognised(errors, excess):
    """Return whether errors (K,) are those of entries, and of at least 10 different ones.

    An error divided by the sum of the magnitudes is as good as one divided by the larger.
    """
    outputs = []
    for known in (excess / (1 + excess), excess / (2 + excess)):
        near = np.abs(errors.reshape(-1, 1) - known.ravel()) < 1e-6  # (K, entries)
        right, entries = near.any(axis=1), near.any(axis=0).sum()
        outputs.append(
            {"right_errors": bool(len(right) and right.all()), "many_entries": bool(entries >= 10)}
        )
    return max(outputs, key=lambda output: output["right_errors"])
