"""Update rules: what becomes of the parameters w, given the gradient dw of one minibatch.

All rules have one interface, ``next_w, config = rule(w, dw, config)``. `config` is a dict that holds the
settings of the rule and whatever it has to remember until the next step: return both in it. Each parameter
of a network has a `config` of its own. `w` may be changed in place; `dw` may not.

Sources: CS231n course notes, "Neural Networks Part 3: Learning", section on parameter updates, and the papers
named below.
"""

import numpy as np


def sgd(w, dw, config=None):
    """Stochastic gradient descent: ``w - lr · dw``.

    Parameters
    ----------
    w : float array of any shape
    dw : float array of the same shape
        Gradient of the loss with respect to `w`.
    config : dict, optional
        ``learning_rate`` (lr).

    Returns
    -------
    next_w : float array of the same shape
    config : dict
    """
    config = {"learning_rate": 1e-2, **(config or {})}
    raise NotImplementedError("Implement sgd in optim.py")


def sgd_momentum(w, dw, config=None):
    """Gradient descent with momentum: a ball that rolls, and is pushed by the gradient.

    The velocity begins at 0. In each step first ``v ← μ v - lr · dw``, then ``w ← w + v`` with the *new* v.

    Parameters
    ----------
    w, dw : float arrays of the same shape
    config : dict, optional
        ``learning_rate`` (lr), ``momentum`` (μ; 0 is plain SGD); from one step to the next also ``velocity``
        (v, the shape of `w`).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: B. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
    """
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    raise NotImplementedError("Implement sgd_momentum in optim.py")


def nesterov_momentum(w, dw, config=None):
    """Nesterov's momentum: the gradient is taken at the place where the velocity is about to lead.

    For a position x that is ``v ← μ v - lr · ∇f(x + μ v)``, then ``x ← x + v``. But training computes the
    gradient where w is. So let w be the place ahead, x + μ v; the step becomes

        v_new = μ v - lr · dw,   w ← w - μ v + (1 + μ) v_new.

    Parameters
    ----------
    w, dw : float arrays of the same shape
        The place ahead, and the gradient there.
    config : dict, optional
        ``learning_rate`` (lr), ``momentum`` (μ); from one step to the next also ``velocity`` (v).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: Y. Bengio and others, "Advances in optimizing recurrent networks", 2012, section 3.5.
    """
    config = {"learning_rate": 1e-2, "momentum": 0.9, **(config or {})}
    raise NotImplementedError("Implement nesterov_momentum in optim.py")


def adagrad(w, dw, config=None):
    """AdaGrad: each entry has a rate of its own, smaller where its gradients have been large.

    ``c ← c + dw²``, then ``w ← w - lr · dw / (√c + ε)``, entry by entry; c begins at 0 and only ever grows.

    Parameters
    ----------
    w, dw : float arrays of the same shape
    config : dict, optional
        ``learning_rate`` (lr), ``epsilon`` (ε); from one step to the next also ``cache`` (c).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", JMLR 2011.
    """
    config = {"learning_rate": 1e-2, "epsilon": 1e-8, **(config or {})}
    raise NotImplementedError("Implement adagrad in optim.py")


def rmsprop(w, dw, config=None):
    """RMSProp: as AdaGrad, with a running mean of the squared gradients, which forgets, for their sum.

    ``c ← decay · c + (1 - decay) · dw²``, then ``w ← w - lr · dw / (√c + ε)``; c begins at 0.

    Parameters
    ----------
    w, dw : float arrays of the same shape
    config : dict, optional
        ``learning_rate`` (lr), ``decay_rate``, ``epsilon`` (ε); from one step to the next also ``cache`` (c).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: T. Tieleman, G. Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012.
    """
    config = {"learning_rate": 1e-2, "decay_rate": 0.99, "epsilon": 1e-8, **(config or {})}
    raise NotImplementedError("Implement rmsprop in optim.py")


def adam(w, dw, config=None):
    """Adam: momentum and RMSProp together, both corrected for having begun at 0.

    t counts the steps, from 1: raise it first. Then

        m ← β₁ m + (1 - β₁) dw          m̂ = m / (1 - β₁ᵗ)
        v ← β₂ v + (1 - β₂) dw²         v̂ = v / (1 - β₂ᵗ)
        w ← w - lr · m̂ / (√v̂ + ε)

    m and v are kept uncorrected.

    Parameters
    ----------
    w, dw : float arrays of the same shape
    config : dict, optional
        ``learning_rate`` (lr), ``beta1``, ``beta2``, ``epsilon`` (ε); from one step to the next also ``m``,
        ``v`` (the shape of `w`, zeros at first) and ``t`` (the number of steps done, 0 at first).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
    """
    config = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, **(config or {})}
    raise NotImplementedError("Implement adam in optim.py")


def adadelta(w, dw, config=None):
    """Adadelta: steps as long as recent steps were, so that no learning rate has to be chosen (optional).

        c ← decay · c + (1 - decay) · dw²
        Δ = -√(d + ε) / √(c + ε) · dw
        d ← decay · d + (1 - decay) · Δ²
        w ← w + lr · Δ

    c, the running mean of squared gradients, and d, that of squared steps Δ (without lr), begin at 0.

    Parameters
    ----------
    w, dw : float arrays of the same shape
    config : dict, optional
        ``learning_rate`` (lr, 1 in the paper), ``decay_rate``, ``epsilon`` (ε, which makes the first steps
        possible, too); from one step to the next also ``cache`` (c) and ``delta`` (d).

    Returns
    -------
    next_w : float array of the same shape
    config : dict

    Source: M. Zeiler, "ADADELTA: an adaptive learning rate method", 2012, algorithm 1.
    """
    config = {"learning_rate": 1.0, "decay_rate": 0.95, "epsilon": 1e-6, **(config or {})}
    raise NotImplementedError("Implement adadelta in optim.py")
