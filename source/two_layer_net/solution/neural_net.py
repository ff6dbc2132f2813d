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
        ### BEGIN SOLUTION
        rng = np.random.default_rng() if rng is None else rng
        self.params = {
            "W1": std * rng.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": std * rng.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        ### END SOLUTION

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

        ### BEGIN SOLUTION
        W1, W2 = self.params["W1"], self.params["W2"]
        sums, first_cache = affine_forward(X, W1, self.params["b1"])  # (N, H)
        hidden, relu_cache = relu_forward(sums)
        class_scores, second_cache = affine_forward(hidden, W2, self.params["b2"])  # (N, C)
        if y is None:
            return class_scores
        data_loss, dscores = softmax_loss(class_scores, y)
        dhidden, dW2, db2 = affine_backward(dscores, second_cache)
        _, dW1, db1 = affine_backward(relu_backward(dhidden, relu_cache), first_cache)
        penalty = reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        grads = {"W1": dW1 + 2 * reg * W1, "b1": db1, "W2": dW2 + 2 * reg * W2, "b2": db2}
        return data_loss + penalty, grads
        ### END SOLUTION

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
        ### BEGIN SOLUTION
        rng = np.random.default_rng() if rng is None else rng
        iterations_per_epoch = max(len(X) // batch_size, 1)
        history = {"loss_history": [], "train_acc_history": [], "val_acc_history": []}
        for it in progress(range(num_iters)) if verbose else range(num_iters):
            batch = rng.integers(len(X), size=batch_size)
            loss, grads = self.loss(X[batch], y[batch], reg=reg)
            history["loss_history"].append(float(loss))
            for name, grad in grads.items():
                self.params[name] = self.params[name] - learning_rate * grad
            if (it + 1) % iterations_per_epoch == 0:
                history["train_acc_history"].append(float(np.mean(self.predict(X[batch]) == y[batch])))
                history["val_acc_history"].append(float(np.mean(self.predict(X_val) == y_val)))
                learning_rate *= learning_rate_decay
        return history
        ### END SOLUTION

    def predict(self, X):
        """Return the class with the highest score for each example.

        Parameters
        ----------
        X : float array (N, D)

        Returns
        -------
        y_pred : integer array (N,)
        """
        ### BEGIN SOLUTION
        return np.argmax(self.loss(X), axis=1)
        ### END SOLUTION


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
    ### BEGIN SOLUTION
    return sum(array.size for array in params.values())
    ### END SOLUTION
