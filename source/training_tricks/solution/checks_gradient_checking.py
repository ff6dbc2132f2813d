"""Checks of `check_layer`: right and wrong layers, which are answered by the trusted side."""

import numpy as np

from toolkit.checks import check, close, equal
from toolkit.errors import LostError, SubmissionError

MODULE = "gradient_checking"
ERRORS = close(rtol=1e-4, atol=1e-6)


class StandIn:
    """A layer that is not the submission's: `forward` and `backward` of a formula, with recorded calls.

    Parameters
    ----------
    function : callable
        The output for the inputs.
    gradients : callable
        The gradients, a tuple, for `dout` and the inputs.
    wrong : dict of int to number or array, optional
        By which factor a gradient is too large.
    """

    def __init__(self, function, gradients, wrong=None):
        self.function, self.gradients, self.wrong = function, gradients, wrong or {}
        self.calls = 0

    def forward(self, *inputs):
        """Return the output, and the inputs as the cache."""
        self.calls += 1
        return self.function(*inputs), inputs

    def backward(self, dout, cache):
        """Return the gradients, some of them wrong; an array if there is only one."""
        found = [self.wrong.get(i, 1) * gradient for i, gradient in enumerate(self.gradients(dout, *cache))]
        return tuple(found) if len(found) > 1 else found[0]

    def checked(self, gradient_checking, inputs, dout, num_checks, rng):
        """Return the errors that the submission finds."""
        check_layer = gradient_checking.check_layer
        return check_layer(self.forward, self.backward, inputs, dout, 1e-5, num_checks, rng=rng)


def affine(wrong=None):
    """Return an affine layer of inputs x, w and b."""
    return StandIn(
        lambda x, w, b: x @ w + b, lambda dout, x, w, b: (dout @ w.T, x.T @ dout, dout.sum(axis=0)), wrong
    )


def affine_inputs(rng):
    """Return inputs of an affine layer, and a gradient from above."""
    shapes = {"x": (4, 5), "w": (5, 3), "b": (3,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}, rng.normal(size=(4, 3))


def verdict(errors):
    """Say what the only error of some errors means."""
    if len(errors) != 1:
        return f"{len(errors)} errors for one input"
    (error,) = errors.values()
    return "right" if error < 1e-6 else "wrong" if error > 1e-2 else f"undecided ({error:.0e})"


def refused(call):
    """Return the kind of exception that a call raises."""
    try:
        call()
    except LostError:
        raise
    except SubmissionError as error:
        if error.status == "not_implemented":
            raise
        return str(error).split(":")[0]
    return "accepted"


@check(
    MODULE,
    points=1,
    outputs={**{f"wrong_{name}": ERRORS for name in "xwb"}, "inputs_afterwards": equal(guard=True)},
)
def check_layer(gradient_checking, rng):
    """Affine layers in which one gradient, of x, w or b, is three times too large"""
    inputs, dout = affine_inputs(rng)
    layer = affine({0: 3})
    errors, (_, _, inputs_afterwards, *_) = gradient_checking.check_layer.with_args(
        layer.forward, layer.backward, inputs, dout, 1e-5, 8, rng=rng
    )
    found = {
        f"wrong_{name}": affine({i: 3}).checked(gradient_checking, *affine_inputs(rng), 8, rng)
        for i, name in ((1, "w"), (2, "b"))
    }
    return {"wrong_x": errors, **found, "inputs_afterwards": inputs_afterwards}


@check(MODULE, points=0.75, cell="check_layer", outputs={"verdicts": equal()}, partial=False)
def check_layer_kinks(gradient_checking, rng):
    """ReLU layers, a right and a wrong one, with inputs closer to zero than the step"""
    size = rng.uniform(0.1, 1, 40)
    size[:12] = rng.uniform(0.2e-5, 0.8e-5, 12)
    x, dout = rng.permutation(size * rng.choice([-1, 1], 40)).reshape(8, 5), rng.choice([-1.0, 1.0], (8, 5))
    verdicts = []
    for wrong in ({}, {0: 1.4}):
        layer = StandIn(lambda x: np.maximum(x, 0), lambda dout, x: (dout * (x > 0),), wrong)
        verdicts.append(verdict(layer.checked(gradient_checking, {"x": x}, dout, 40, rng)))
    return {"verdicts": verdicts}


@check(MODULE, points=0.5, cell="check_layer", outputs={"verdicts": equal(), "no_seed": equal()})
def check_layer_dropout(gradient_checking, rng):
    """Dropout with a fixed seed, and without one"""
    x, dout, mask = rng.normal(size=(3, 7)), rng.normal(size=(3, 7)), rng.permutation(21).reshape(3, 7) % 3
    draws = np.random.default_rng(int(rng.integers(2**32)))
    layers = [
        StandIn(lambda x: x * (mask > 0) / 0.7, gradients)
        for gradients in (lambda dout, x: (dout * (mask > 0) / 0.7,), lambda dout, x: (dout / 0.7,))
    ]
    unsteady = StandIn(
        lambda x: x * (draws.random(x.shape) < 0.7) / 0.7, lambda dout, x: (dout * (mask > 0) / 0.7,)
    )
    return {
        "verdicts": [verdict(layer.checked(gradient_checking, {"x": x}, dout, 21, rng)) for layer in layers],
        "no_seed": refused(lambda: unsteady.checked(gradient_checking, {"x": x}, dout, 21, rng)),
    }


### BEGIN HIDDEN TESTS
@check(MODULE, points=0.75, cell="check_layer", outputs={"errors": equal(), "few_calls": equal(guard=True)})
def check_layer_some_entries(gradient_checking, rng):
    """A few entries of large inputs, drawn at random, show a gradient that is right only in its first row"""
    a, b = rng.uniform(1, 1.3, (2, 20, 5))
    wrong = np.full((20, 5), 3.0)
    wrong[0] = 1  # five random entries are all in this row with a probability below 4e-7
    layer = StandIn(lambda a, b: a * b, lambda dout, a, b: (dout * b, dout * a), {1: wrong})
    errors = layer.checked(gradient_checking, {"a": a, "b": b}, rng.choice([-1.0, 1.0], (20, 5)), 5, rng)
    return {
        "errors": {name: round(float(error), 3) for name, error in dict(errors).items()},
        "few_calls": layer.calls < 200,
    }


@check(
    MODULE,
    points=0.5,
    cell="check_layer",
    outputs=dict.fromkeys(("single_precision", "output_rounded", "bias_row"), equal()),
)
def check_layer_refuses(gradient_checking, rng):
    """Single precision and a gradient of another shape are refused with a ValueError"""
    inputs, dout = affine_inputs(rng)
    gradients = affine().gradients
    affine().checked(gradient_checking, inputs, dout, 4, rng)
    rounded = StandIn(lambda x, w, b: np.float32(x @ w + b), gradients)
    row = StandIn(affine().function, lambda dout, x, w, b: (*gradients(dout, x, w, b)[:2], dout.sum(0)[None]))
    single = {**inputs, "w": np.float32(inputs["w"])}
    cases = {
        "single_precision": (affine(), single),
        "output_rounded": (rounded, inputs),
        "bias_row": (row, inputs),
    }
    return {
        name: refused(lambda layer=layer, given=given: layer.checked(gradient_checking, given, dout, 4, rng))
        for name, (layer, given) in cases.items()
    }


@check(MODULE, points=0.5, cell="check_layer", outputs={"errors": ERRORS})
def check_layer_zero_gradient(gradient_checking, rng):
    """A bias whose gradient is zero, because the mean is subtracted after it is added"""
    centred = StandIn(
        lambda x, b: x + b - (x + b).mean(axis=0),
        lambda dout, x, b: (dout - dout.mean(axis=0), np.full(b.shape, 1e-17)),  # zero, but for rounding
        {0: 3},
    )
    x = rng.normal(size=(9, 12))
    inputs, dout = {"x": x, "b": rng.normal(size=12)}, x + 0.3 * rng.normal(size=(9, 12))
    return {"errors": centred.checked(gradient_checking, inputs, dout, 12, rng)}


### END HIDDEN TESTS
