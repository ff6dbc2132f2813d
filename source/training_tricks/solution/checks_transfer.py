"""Checks of transfer: which parameters stay, and the new last layer."""

from itertools import pairwise

import numpy as np

from toolkit.checks import check, close, equal
from toolkit.errors import SubmissionError


def network(rng, *sizes):
    """Return parameters of a network with these numbers of units."""
    params = {}
    for i, (fan_in, fan_out) in enumerate(pairwise(sizes), 1):
        params[f"W{i}"], params[f"b{i}"] = rng.normal(size=(fan_in, fan_out)), rng.normal(size=fan_out)
    return params


@check("transfer", points=0.5, optional=True, partial=False, outputs={"grads_afterwards": equal(guard=True)})
def freeze(transfer, rng):
    """Gradients of zero for the frozen parameters only"""
    grads = {**network(rng, 4, 3, 5, 2), "gamma1": rng.normal(size=3), "beta1": rng.normal(size=3)}
    frozen, (grads_afterwards, _) = transfer.freeze.with_args(grads, ["W1", "b1", "gamma1"])
    return {**{name: frozen[name] for name in grads}, "grads_afterwards": grads_afterwards}


# 10,000 weights: two samples' standard deviations differ by 1 %, their means by 0.00014 (standard errors).
@check(
    "transfer",
    points=0.5,
    optional=True,
    partial=False,
    outputs={
        "weight_mean": close(rtol=0, atol=1e-3),
        "weight_std": close(rtol=0.08, atol=0),
        "params_afterwards": equal(guard=True),
    },
)
def replace_head(transfer, rng):
    """A new last layer for 25 classes, behind layers that are kept"""
    params = {**network(rng, 3, 4, 400, 7), "gamma1": rng.normal(size=4), "beta1": rng.normal(size=4)}
    replaced, (params_afterwards, _, _) = transfer.replace_head.with_args(params, 25, rng)
    W = replaced["W3"]
    return {
        **{name: replaced[name] for name in params if name != "W3"},
        "weight_shape": list(np.shape(W)),
        "weight_mean": np.mean(W),
        "weight_std": np.std(W),
        "params_afterwards": params_afterwards,
    }


### BEGIN HIDDEN TESTS
@check("transfer", points=0.25, cell="freeze", optional=True, partial=False)
def freeze_misspelt(transfer, rng):
    """A name that is no parameter's is refused"""
    grads = network(rng, 4, 3, 2)
    refused = []
    for names in (["W1"], ["W9"], ["w1", "b1"]):
        try:
            transfer.freeze(grads, names)
            refused.append("not refused")
        except SubmissionError as error:
            refused.append("refused" if "ValueError" in str(error) else "another error")
    return {"refused": refused}


@check("transfer", points=0.25, cell="replace_head", optional=True, partial=False)
def replace_head_of_ten(transfer, rng):
    """The head of a network of ten layers is the tenth"""
    params = network(rng, *range(3, 14))
    replaced = transfer.replace_head(params, 6, rng)
    return {"shapes": [list(np.shape(replaced[name])) for name in params], "W9": replaced["W9"]}


### END HIDDEN TESTS
