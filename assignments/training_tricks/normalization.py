"""Batch normalization and layer normalization, forward and backward.

Both subtract a mean from every number, divide by a standard deviation, then scale by a learned `gamma` and
shift by a learned `beta`. They differ in what the mean and the variance are taken over: batch normalization
takes each feature over the examples of the minibatch, layer normalization each example over its features.
Throughout, N is the number of examples and D the number of features.

Sources: S. Ioffe and C. Szegedy, "Batch Normalization", 2015; J. Ba, J. Kiros and G. Hinton, "Layer
Normalization", 2016; CS231n course notes, "Neural Networks Part 2".
"""

import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    """Return the batch-normalized minibatch.

    ``out = gamma * x_hat + beta``,  ``x_hat = (x - mean) / sqrt(var + eps)``, feature by feature.

    In the mode "train", `mean` and `var` are those of the minibatch, `var` the mean of the squared deviations
    (divided by N, not by N - 1). They also move the running statistics, which are stored in `bn_param`:
    ``running_mean = momentum * running_mean + (1 - momentum) * mean``, and ``running_var`` in the same way,
    without `eps`. In the mode "test", the running statistics are used in their place and stay as they are.

    Parameters
    ----------
    x : float array (N, D)
    gamma, beta : float arrays (D,)
    bn_param : dict, changed in place in the mode "train"
        ``mode``: "train" or "test"; ``eps``: default 1e-5; ``momentum``: default 0.9; ``running_mean`` and
        ``running_var``: arrays (D,), zeros if they are not there yet.

    Returns
    -------
    out : float array (N, D)
    cache : tuple
        What `batchnorm_backward` needs: ``(x_hat, gamma, sqrt(var + eps))``. None in the mode "test". You may
        keep something else for your own backward pass.

    Raises
    ------
    ValueError
        If the mode is neither "train" nor "test".
    """
    raise NotImplementedError("Implement batchnorm_forward in normalization.py")


def batchnorm_backward(dout, cache):
    """Return the gradients of batch normalization in the mode "train", step by step through its graph.

    Every x goes three ways to the output: directly, through the mean, and through the variance. Go back
    through the graph node by node and add up what arrives where the ways part.

    Parameters
    ----------
    dout : float array (N, D)
    cache : tuple
        As returned by `batchnorm_forward`.

    Returns
    -------
    dx : float array (N, D)
    dgamma, dbeta : float arrays (D,), not (1, D)
    """
    raise NotImplementedError("Implement batchnorm_backward in normalization.py")


def batchnorm_backward_alt(dout, cache):
    """Return the same gradients as `batchnorm_backward` from one formula for `dx`.

    Derive it on paper: with g = dL/dx_hat, write dL/dx in terms of g, x_hat and their means over the
    minibatch. Most of the graph cancels.

    Parameters
    ----------
    dout : float array (N, D)
    cache : tuple
        As returned by `batchnorm_forward`.

    Returns
    -------
    dx : float array (N, D)
    dgamma, dbeta : float arrays (D,)
    """
    raise NotImplementedError("Implement batchnorm_backward_alt in normalization.py")


def layernorm_forward(x, gamma, beta, ln_param):
    """Return the layer-normalized minibatch.

    ``out = gamma * x_hat + beta``,  ``x_hat = (x - mean) / sqrt(var + eps)``, where `mean` and `var` are
    those of each example's D features. Nothing depends on the other examples, so training and testing are
    alike and there are no running statistics. `gamma` and `beta` still have one entry for each feature.

    Parameters
    ----------
    x : float array (N, D)
    gamma, beta : float arrays (D,)
    ln_param : dict
        ``eps``: default 1e-5.

    Returns
    -------
    out : float array (N, D)
    cache : tuple
        ``(x_hat, gamma, sqrt(var + eps))``, the last of shape (N, 1); or what your own backward pass needs.
    """
    raise NotImplementedError("Implement layernorm_forward in normalization.py")


def layernorm_backward(dout, cache):
    """Return the gradients of layer normalization.

    Parameters
    ----------
    dout : float array (N, D)
    cache : tuple
        As returned by `layernorm_forward`.

    Returns
    -------
    dx : float array (N, D)
    dgamma, dbeta : float arrays (D,)
    """
    raise NotImplementedError("Implement layernorm_backward in normalization.py")
