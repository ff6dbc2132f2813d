"""Checks of penalties on weights and of the largest norm."""

from toolkit.checks import check, close, equal, gradient, info, numeric_gradient

TWICE = {"gradient": gradient(of="value", numeric="gradient_numeric"), "gradient_numeric": info()}


def weights(rng, *shape):
    """Return weights none of which is near zero, where the L1 has its kink."""
    return rng.uniform(0.1, 1, shape) * rng.choice([-1, 1], shape)


def judged(penalty, kind, W, **options):
    """Return a penalty, its gradient, and the numeric gradient of that penalty."""
    value, slopes = penalty(kind, W, **options)
    numeric = numeric_gradient(lambda W: penalty(kind, W, **options)[0], W)
    return {"value": value, "gradient": slopes, "gradient_numeric": numeric}


@check("penalties", points=0.5, cell="penalty", outputs=TWICE)
def penalty_l2(penalties, rng):
    """L2 penalty and its gradient"""
    return judged(penalties.penalty, "l2", weights(rng, 4, 3))


@check("penalties", points=0.5, cell="penalty", outputs=TWICE)
def penalty_l1(penalties, rng):
    """L1 penalty and its gradient"""
    return judged(penalties.penalty, "l1", weights(rng, 3, 5))


@check("penalties", points=0.25, optional=True, outputs=TWICE)
def elastic_net(penalties, rng):
    """Elastic net, L1 and L2 in a given ratio, and its gradient"""
    return judged(penalties.penalty, "elastic_net", weights(rng, 4, 5), ratio=0.3)


@check("penalties", points=0.25, optional=True)
def max_norm_project(penalties, rng):
    """Columns that are too long are shortened, the others stay"""
    W = rng.normal(size=(6, 5)) * [0.1, 2.0, 0.2, 3.0, 1.5]
    return {"projected": penalties.max_norm_project(W, 1.3)}


### BEGIN HIDDEN TESTS
@check("penalties", points=0.25, cell="penalty")
def penalties_of_images(penalties, rng):
    """L2 and L1 of an array of three dimensions"""
    W = weights(rng, 3, 2, 4)
    found = {kind: penalties.penalty(kind, W) for kind in ("l2", "l1")}
    return {
        f"{kind}_{part}": item
        for kind, result in found.items()
        for part, item in zip(("value", "gradient"), result, strict=True)
    }


@check(
    "penalties",
    points=0.25,
    optional=True,
    cell="max_norm_project",
    outputs={"W_afterwards": equal(guard=True), "projected": close()},
)
def max_norm_zero_column(penalties, rng):
    """A column of zeros stays as it is, and so do the weights that are given"""
    W = rng.normal(size=(4, 7))
    W[:, 2] = 0
    projected, (W_afterwards, _) = penalties.max_norm_project.with_args(W, 0.8)
    return {"projected": projected, "W_afterwards": W_afterwards}


### END HIDDEN TESTS
