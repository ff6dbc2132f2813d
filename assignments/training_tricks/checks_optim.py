"""Checks of update rules: several steps in a row, with settings that tell one from another."""

import numpy as np

from toolkit.checks import check, close, equal

# No gradient is near 0: ε in another place moves w by less than 1e-6, mistakes by more than 1e-3.
STEPS = {"first_step": close(rtol=1e-5), "later_steps": close(rtol=1e-5)}


def walk(rule, rng, shape, num_steps, gradients=None, **config):
    """Return the parameters after each step of an update rule, each step with its own gradient."""
    w = rng.normal(size=shape)
    if gradients is None:
        gradients = rng.choice([-1, 1], (num_steps, *shape)) * rng.uniform(0.3, 1.7, (num_steps, *shape))
    places = []
    for dw in gradients:
        w, config = rule(w, dw, config)
        places.append(w)
    return places


def steps(rule, rng, shape, **config):
    """Return the first place and the later ones of a walk of six steps."""
    places = walk(rule, rng, shape, 6, **config)
    return {"first_step": places[0], "later_steps": np.stack(places[1:])}


def small_gradients(rng, shape):
    """Return gradients of sizes from 0 to 1, where ε shows; one entry is 0 all the time."""
    gradients = rng.normal(size=(4, *shape)) * rng.choice([1e-2, 0.1, 1.0], size=shape)
    gradients[:, 0, 0] = 0
    return gradients


@check("optim", points=0.5, outputs={"w": close(rtol=1e-5)})
def sgd(optim, rng):
    """Gradient descent, six steps"""
    return {"w": np.stack(walk(optim.sgd, rng, (3, 4), 6, learning_rate=0.07))}


@check("optim", points=1, outputs={"w": close(rtol=1e-5)})
def sgd_momentum(optim, rng):
    """Momentum, six steps"""
    return {"w": np.stack(walk(optim.sgd_momentum, rng, (3, 4), 6, learning_rate=0.07, momentum=0.6))}


@check("optim", points=1, outputs=STEPS)
def nesterov_momentum(optim, rng):
    """Nesterov's momentum, six steps"""
    return steps(optim.nesterov_momentum, rng, (4, 3), learning_rate=0.07, momentum=0.6)


@check("optim", points=0.75, outputs=STEPS)
def adagrad(optim, rng):
    """AdaGrad, six steps"""
    return steps(optim.adagrad, rng, (3, 5), learning_rate=0.07)


@check("optim", points=1, outputs=STEPS)
def rmsprop(optim, rng):
    """RMSProp, six steps"""
    return steps(optim.rmsprop, rng, (5, 3), learning_rate=0.07, decay_rate=0.8)


@check("optim", points=2, outputs=STEPS)
def adam(optim, rng):
    """Adam, six steps"""
    return steps(optim.adam, rng, (4, 5), learning_rate=0.07, beta1=0.6, beta2=0.85)


@check("optim", points=0.5, optional=True, outputs=STEPS)
def adadelta(optim, rng):
    """Adadelta, six steps"""
    return steps(optim.adadelta, rng, (5, 4), learning_rate=0.6, decay_rate=0.8, epsilon=1e-2)


@check("newton", points=0.5, optional=True, outputs={"minimum": close(rtol=1e-6), "saddle": close(rtol=1e-6)})
def newton_step(newton, rng):
    """One step to where a quadratic function is flat: a minimum, and a saddle"""
    found = {}
    for name, curvatures in {"minimum": [0.5, 1, 3, 7], "saddle": [-2, 1, 3, -5]}.items():
        axes, _ = np.linalg.qr(rng.normal(size=(4, 4)))
        w, gradient = rng.normal(size=(2, 4))
        found[name] = newton.newton_step(w, gradient, axes * curvatures @ axes.T)
    return found
