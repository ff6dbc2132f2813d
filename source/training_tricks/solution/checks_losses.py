"""Checks of other losses: each value, and its gradient."""

from checks import labels

from toolkit.checks import check


def attributes(rng, N, C, scale=1.0):
    """Return scores (N, C), and which attributes are there (0 or 1)."""
    return scale * rng.normal(size=(N, C)), (rng.permutation(N * C) % 3 == 0).reshape(N, C).astype(int)


def valued(found):
    """Return a loss and its gradient as named outputs."""
    loss, dx = found
    return {"loss": loss, "dx": dx}


@check("losses", points=0.5, optional=True)
def multilabel_hinge_loss(losses, rng):
    """Hinge loss of several attributes"""
    x, present = attributes(rng, 6, 4, scale=3.0)
    return valued(losses.multilabel_hinge_loss(x, 2 * present - 1))


@check("losses", points=0.5, optional=True)
def multilabel_logistic_loss(losses, rng):
    """Logistic loss of several attributes"""
    return valued(losses.multilabel_logistic_loss(*attributes(rng, 6, 4)))


@check("losses", points=0.25, optional=True)
def l1_loss(losses, rng):
    """Regression by absolute differences"""
    return valued(losses.l1_loss(*rng.normal(size=(2, 5, 3))))


@check("losses", points=0.25, optional=True)
def l2_loss(losses, rng):
    """Regression by squared differences"""
    return valued(losses.l2_loss(*rng.normal(size=(2, 5, 3))))


@check("losses", points=0.75, optional=True)
def hierarchical_softmax_loss(losses, rng):
    """Softmax over a tree of six classes"""
    return valued(losses.hierarchical_softmax_loss(2 * rng.normal(size=(8, 5)), labels(rng, 6, 8)))


### BEGIN HIDDEN TESTS
@check("losses", points=0.25, cell="multilabel_logistic_loss", optional=True)
def multilabel_logistic_overflow(losses, rng):
    """Logistic loss of scores around 1,000 and -1,000"""
    return valued(losses.multilabel_logistic_loss(*attributes(rng, 5, 4, scale=1000.0)))


@check("losses", points=0.25, cell="hierarchical_softmax_loss", optional=True)
def hierarchical_softmax_overflow(losses, rng):
    """Softmax over a tree of ten classes, with scores around 1,000 and -1,000"""
    x = 1000.0 * rng.normal(size=(12, 9))
    return valued(losses.hierarchical_softmax_loss(x, labels(rng, 10, 12)))


### END HIDDEN TESTS
