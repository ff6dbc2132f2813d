"""A network with one hidden layer, trained by stochastic gradient descent."""

import numpy as np

from toolkit.progress import progress


class TwoLayerNet:
    """A fully connected network: affine – ReLU – affine – softmax loss, with an L2 penalty on the weights.

    Throughout, N is the number of examples in a minibatch, D the number of inputs, H the number of hidden
    units and C the number of classes.

    Attributes
    ----------
    params : dict of float arrays
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,).
    """

    def __init__(self, input_size, hidden_size, output_size, std=1e-4, rng=None):
        """Set `self.params`: weights drawn from a Gaussian of standard deviation `std`, biases zero.

        Parameters
        ----------
        input_size, hidden_size, output_size : int
            D, H and C.
        std : float
            Standard deviation of both weight matrices; their mean is 0.
        rng : numpy.random.Generator, optional
            Source of the weights; ``np.random.default_rng()`` if none is given.
        """
        raise NotImplementedError("Implement TwoLayerNet.__init__ in neural_net.py")

    def loss(self, X, y=None, reg=0.0):
        """Return the scores of a minibatch, or its loss and the gradients of all parameters.

        ``scores = max(0, X W1 + b1) W2 + b2``; the loss is the softmax loss of the scores (the mean over the
        examples) plus ``reg * (sum(W1 * W1) + sum(W2 * W2))``. The biases are not regularized. The penalty's
        gradient is ``2 * reg * W``.

        Build it from the functions in `layers.py`.

        Parameters
        ----------
        X : float array (N, D)
        y : integer array (N,), optional
            The right classes.
        reg : float
            Strength of the penalty.

        Returns
        -------
        scores : float array (N, C)
            If `y` is None. No softmax is applied to them.
        loss, grads : float, and dict of arrays
            Otherwise: `grads` has the keys and shapes of `params`.
        """
        # imported here, so that an error in that module costs nothing else
        from layers import affine_backward, affine_forward, relu_backward, relu_forward, softmax_loss

        raise NotImplementedError("Implement TwoLayerNet.loss in neural_net.py")

    def train(
        self,
        X,
        y,
        X_val,
        y_val,
        learning_rate=1e-3,
        learning_rate_decay=0.95,
        reg=5e-6,
        num_iters=100,
        batch_size=200,
        verbose=False,
        rng=None,
    ):
        """Train with minibatch stochastic gradient descent.

        In every iteration: draw `batch_size` training examples (with or without replacement), call
        ``self.loss(X_batch, y_batch, reg=reg)`` on them, and move every parameter against its gradient,
        ``param -= learning_rate * gradient``. An epoch is ``max(N // batch_size, 1)`` iterations. At the end
        of each epoch, record both accuracies, then multiply the learning rate by `learning_rate_decay`.

        Parameters
        ----------
        X, X_val : float arrays (N, D) and (N_val, D)
            Training and validation examples.
        y, y_val : integer arrays (N,) and (N_val,)
            Their classes.
        learning_rate, learning_rate_decay, reg : float
        num_iters, batch_size : int
        verbose : bool
            Show progress; nothing else depends on it.
        rng : numpy.random.Generator, optional
            Source of the minibatches; ``np.random.default_rng()`` if none is given.

        Returns
        -------
        history : dict of lists
            ``loss_history``: the loss of each iteration's minibatch, before the step. ``train_acc_history``
            and ``val_acc_history``: at the end of each epoch, the share of right predictions on the last
            minibatch and on the validation examples.
        """
        raise NotImplementedError("Implement TwoLayerNet.train in neural_net.py")

    def predict(self, X):
        """Return the class with the highest score for each example.

        Parameters
        ----------
        X : float array (N, D)

        Returns
        -------
        y_pred : integer array (N,)
        """
        raise NotImplementedError("Implement TwoLayerNet.predict in neural_net.py")


def count_parameters(params):
    """Return how many numbers a network learns.

    Parameters
    ----------
    params : dict of arrays
        Of any number and shapes, biases included.

    Returns
    -------
    count : int
    """
    raise NotImplementedError("Implement count_parameters in neural_net.py")
