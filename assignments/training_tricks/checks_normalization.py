"""Checks of batch normalization and layer normalization.

The variances are small, about 0.01, and eps is 1e-3, so that where eps goes can be seen.
"""

from toolkit.checks import check, close, equal

BATCH = {"normalization": ("batchnorm_forward",)}
LAYER = {"normalization": ("layernorm_forward",)}


def minibatch(rng, num, size):
    """Return inputs of small variance around means of their own, gamma and beta."""
    x = rng.normal(size=size) + rng.normal(size=(num, 1)) + 0.7 * rng.normal(size=(num, size))
    return 0.1 * x, rng.uniform(0.5, 2, size), rng.normal(size=size)


def running_statistics(rng, size):
    """Return running statistics as they are after some training."""
    return {"running_mean": rng.normal(size=size), "running_var": rng.uniform(0.005, 0.02, size)}


def gradients(rng, forward, backward, num, size, param):
    """Return what a backward pass gives behind its forward pass."""
    x, gamma, beta = minibatch(rng, num, size)
    _, cache = forward(x, gamma, beta, param)
    dx, dgamma, dbeta = backward(rng.normal(size=(num, size)), cache)
    return {"dx": dx, "dgamma": dgamma, "dbeta": dbeta}


@check("normalization", points=1)
def batchnorm_forward(normalization, rng):
    """Batch normalization while training"""
    x, gamma, beta = minibatch(rng, 7, 4)
    out, _ = normalization.batchnorm_forward(x, gamma, beta, {"mode": "train", "eps": 1e-3})
    return {"out": out}


@check("normalization", points=1, cell="batchnorm_forward")
def batchnorm_running(normalization, rng):
    """Running mean and running variance after three minibatches"""
    _, gamma, beta = minibatch(rng, 6, 5)
    param = {"mode": "train", "eps": 1e-3, "momentum": 0.7, **running_statistics(rng, 5)}
    for _ in range(3):
        x, _, _ = minibatch(rng, 6, 5)
        _, (_, _, _, param) = normalization.batchnorm_forward.with_args(x, gamma, beta, param)
    return {name: param.get(name) for name in ("running_mean", "running_var")}


@check(
    "normalization",
    points=1,
    cell="batchnorm_forward",
    outputs={"running_mean": equal(guard=True), "running_var": equal(guard=True)},
)
def batchnorm_test_time(normalization, rng):
    """Batch normalization at test time, by the running statistics"""
    x, gamma, beta = minibatch(rng, 5, 6)
    param = {"mode": "test", "eps": 1e-3, "momentum": 0.7, **running_statistics(rng, 6)}
    (out, _), (_, _, _, after) = normalization.batchnorm_forward.with_args(x, gamma, beta, param)
    return {"out": out, **{name: after.get(name) for name in ("running_mean", "running_var")}}


@check("normalization", points=2, callees=BATCH)
def batchnorm_backward(normalization, rng):
    """Gradients of batch normalization"""
    param = {"mode": "train", "eps": 1e-3}
    return gradients(rng, normalization.batchnorm_forward, normalization.batchnorm_backward, 6, 4, param)


@check("normalization", points=1.5, callees=BATCH)
def batchnorm_backward_alt(normalization, rng):
    """Gradients of batch normalization by one formula"""
    param = {"mode": "train", "eps": 1e-3}
    return gradients(rng, normalization.batchnorm_forward, normalization.batchnorm_backward_alt, 5, 7, param)


@check("normalization", points=1)
def layernorm_forward(normalization, rng):
    """Layer normalization"""
    x, gamma, beta = minibatch(rng, 4, 6)
    out, _ = normalization.layernorm_forward(x, gamma, beta, {"eps": 1e-3})
    return {"out": out}


@check("normalization", points=1.5, callees=LAYER)
def layernorm_backward(normalization, rng):
    """Gradients of layer normalization"""
    param = {"eps": 1e-3}
    return gradients(rng, normalization.layernorm_forward, normalization.layernorm_backward, 5, 8, param)
