"""A fully connected network of any depth, with normalization, dropout and an L2 penalty as options."""

import numpy as np
from layers import affine_backward, affine_forward, relu_backward, relu_forward, softmax_loss


class FullyConnectedNet:
    """Affine – [normalization] – ReLU – [dropout], once for each hidden layer; then affine – softmax loss.

    Throughout, L is the number of affine layers, one more than there are hidden layers.

    Attributes
    ----------
    params : dict of float arrays
        ``W1``, ``b1``, … ``WL``, ``bL``; with normalization also ``gamma1``, ``beta1``, … ``gamma{L-1}``,
        ``beta{L-1}``.
    bn_params : list of dicts
        With normalization, the last argument of `batchnorm_forward` or `layernorm_forward` for each hidden
        layer.
    dropout_param : dict
        The second argument of `dropout_forward`; empty without dropout.

    References
    ----------
    CS231n, assignment 2, whose interface this is.
    """

    def __init__(
        self,
        hidden_dims,
        input_dim=3 * 32 * 32,
        num_classes=10,
        dropout_keep_ratio=1,
        normalization=None,
        reg=0.0,
        weight_scale=1e-2,
        dtype=np.float32,
        seed=None,
        rng=None,
    ):
        """Set `self.params`: Gaussian weights, zero biases and `beta`, and `gamma` one, all of type `dtype`.

        Parameters
        ----------
        hidden_dims : list of int
            The number of units of each hidden layer.
        input_dim, num_classes : int
        dropout_keep_ratio : float
            Probability of keeping a unit; 1 means no dropout.
        normalization : "batchnorm", "layernorm" or None
        reg : float
            Strength of the L2 penalty.
        weight_scale : float
            Standard deviation of all weights.
        dtype : NumPy type
            Of the parameters, and of the minibatches in `loss`: float32 to train, float64 to check gradients.
        seed : int, optional
            Fixes the masks of dropout, for gradient checks.
        rng : numpy.random.Generator, optional
            Source of weights and masks; ``np.random.default_rng()`` if none is given.
        """
        self.normalization = normalization
        self.use_dropout = dropout_keep_ratio != 1
        self.reg = reg
        self.num_layers = 1 + len(hidden_dims)
        self.dtype = dtype
        self.rng = np.random.default_rng(rng)
        self.params = {}
        self.dropout_param = {"mode": "train", "p": dropout_keep_ratio} if self.use_dropout else {}
        if self.use_dropout and seed is not None:
            self.dropout_param["seed"] = seed
        # each hidden layer has its own, since batch normalization keeps its running statistics there
        self.bn_params = [{"mode": "train"} for _ in hidden_dims] if normalization else []

        ### BEGIN SOLUTION
        sizes = [input_dim, *hidden_dims, num_classes]
        for i in range(1, self.num_layers + 1):
            weights = weight_scale * self.rng.normal(size=(sizes[i - 1], sizes[i]))
            self.params[f"W{i}"] = weights.astype(dtype)
            self.params[f"b{i}"] = np.zeros(sizes[i], dtype=dtype)
            if normalization and i < self.num_layers:
                self.params[f"gamma{i}"] = np.ones(sizes[i], dtype=dtype)
                self.params[f"beta{i}"] = np.zeros(sizes[i], dtype=dtype)
        ### END SOLUTION

    def loss(self, X, y=None):
        """Return the scores of a minibatch, or its loss and the gradients of all parameters.

        The loss is the softmax loss plus ``½ · reg · Σ W²`` over the weights of *all* layers; biases, `gamma`
        and `beta` are not regularized. The ½ is that of the published interface: the penalty's gradient is
        ``reg * W``.

        Without labels the network is being tested, with labels trained; batch normalization and dropout are
        told by their mode. There is neither normalization nor ReLU nor dropout behind the last affine layer.

        Parameters
        ----------
        X : array (N, d_1, ..., d_k)
            Rows of `input_dim` numbers, or images.
        y : integer array (N,), optional
            The right classes.

        Returns
        -------
        scores : float array (N, C)
            If `y` is None.
        loss, grads : float, and dict of arrays
            Otherwise: `grads` has the keys and shapes of `params`.
        """
        # imported here, so that an error in one of these modules costs only the networks that use it
        if self.normalization == "batchnorm":
            from normalization import batchnorm_backward as normalize_backward
            from normalization import batchnorm_forward as normalize_forward
        elif self.normalization == "layernorm":
            from normalization import layernorm_backward as normalize_backward
            from normalization import layernorm_forward as normalize_forward
        if self.use_dropout:
            from dropout import dropout_backward, dropout_forward

        X = X.astype(self.dtype)
        mode = "test" if y is None else "train"
        self.dropout_param["mode"] = mode
        for bn_param in self.bn_params:
            bn_param["mode"] = mode

        ### BEGIN SOLUTION
        params, caches = self.params, []
        out = X
        for i in range(1, self.num_layers):
            out, affine_cache = affine_forward(out, params[f"W{i}"], params[f"b{i}"])
            norm_cache = dropout_cache = None
            if self.normalization:
                gamma, beta = params[f"gamma{i}"], params[f"beta{i}"]
                out, norm_cache = normalize_forward(out, gamma, beta, self.bn_params[i - 1])
            out, relu_cache = relu_forward(out)
            if self.use_dropout:
                out, dropout_cache = dropout_forward(out, self.dropout_param, rng=self.rng)
            caches.append((affine_cache, norm_cache, relu_cache, dropout_cache))
        last = self.num_layers
        class_scores, last_cache = affine_forward(out, params[f"W{last}"], params[f"b{last}"])
        if mode == "test":
            return class_scores

        grads = {}
        total, dout = softmax_loss(class_scores, y)
        dout, grads[f"W{last}"], grads[f"b{last}"] = affine_backward(dout, last_cache)
        for i in range(last - 1, 0, -1):
            affine_cache, norm_cache, relu_cache, dropout_cache = caches.pop()
            if self.use_dropout:
                dout = dropout_backward(dout, dropout_cache)
            dout = relu_backward(dout, relu_cache)
            if self.normalization:
                dout, grads[f"gamma{i}"], grads[f"beta{i}"] = normalize_backward(dout, norm_cache)
            dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dout, affine_cache)
        for i in range(1, last + 1):
            W = params[f"W{i}"]
            total += 0.5 * self.reg * np.sum(W * W)
            grads[f"W{i}"] += self.reg * W
        return total, grads
        ### END SOLUTION
