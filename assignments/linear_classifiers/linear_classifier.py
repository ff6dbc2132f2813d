"""Linear classifiers trained with stochastic gradient descent."""

import numpy as np

from toolkit.progress import progress


class LinearClassifier:
    """Gives an example the class with the largest of the linear scores ``x @ W``.

    Throughout, N is the number of examples, D the number of features and C the number of classes. A subclass
    says by its `loss` what weights are good.

    Attributes
    ----------
    W : float array (D, C), or None before training
        Weights, one column for each class.
    """

    def __init__(self):
        self.W = None

    def train(
        self,
        X,
        y,
        learning_rate=1e-3,
        reg=1e-5,
        num_iters=100,
        batch_size=200,
        verbose=False,
        rng=None,
    ):
        """Train with stochastic gradient descent on minibatches.

        If `W` is None, it begins as 0.001 times standard normal numbers, with as many columns as the largest
        label plus one; otherwise training goes on from the `W` that is there. Each step draws `batch_size`
        examples at random, asks ``self.loss(X_batch, y_batch, reg)`` once for their loss and gradient, and
        subtracts `learning_rate` times the gradient from `W`.

        Parameters
        ----------
        X : float array (N, D)
            Training examples, one a row. Not changed.
        y : integer array (N,)
            Their classes, from 0 to C - 1. Not changed.
        learning_rate : float
            Step size.
        reg : float
            Strength of the penalty.
        num_iters : int
            Number of steps.
        batch_size : int
            Examples in each step, at most N. Drawing with replacement is faster and nearly as good as
            without.
        verbose : bool
            Show a progress bar.
        rng : numpy.random.Generator, optional
            Draws first the weights, if any, and then the minibatches; a fresh one by default. With the same
            rng training gives the same weights.

        Returns
        -------
        loss_history : list of num_iters floats
            The loss of each minibatch, before its step.

        References
        ----------
        CS231n course notes, "Optimization", minibatch gradient descent.
        """
        raise NotImplementedError("Implement LinearClassifier.train in linear_classifier.py")

    def predict(self, X):
        """Return the class with the largest score, for each example.

        Parameters
        ----------
        X : float array (N, D)

        Returns
        -------
        y_pred : integer array (N,)
        """
        raise NotImplementedError("Implement LinearClassifier.predict in linear_classifier.py")

    def loss(self, X, y, reg):
        """Return the loss of a minibatch at the present `W`, and its gradient; each subclass has its own.

        Parameters
        ----------
        X : float array (N, D)
        y : integer array (N,)
        reg : float

        Returns
        -------
        loss : float
        dW : float array (D, C)
        """
        raise NotImplementedError("use a subclass: LinearSVM or Softmax")


class LinearSVM(LinearClassifier):
    """A linear classifier with the multiclass SVM loss."""

    def loss(self, X, y, reg):
        """Return the multiclass SVM loss and its gradient, by `linear_svm.svm_loss_vectorized`.

        Parameters
        ----------
        X : float array (N, D)
        y : integer array (N,)
        reg : float

        Returns
        -------
        loss : float
        dW : float array (D, C)
        """
        # imported here, so that an error in that module costs nothing else
        from linear_svm import svm_loss_vectorized

        raise NotImplementedError("Implement LinearSVM.loss in linear_classifier.py")


class Softmax(LinearClassifier):
    """A linear classifier with the softmax (cross-entropy) loss."""

    def loss(self, X, y, reg):
        """Return the softmax loss and its gradient, by `softmax.softmax_loss_vectorized`.

        Parameters
        ----------
        X : float array (N, D)
        y : integer array (N,)
        reg : float

        Returns
        -------
        loss : float
        dW : float array (D, C)
        """
        from softmax import softmax_loss_vectorized

        raise NotImplementedError("Implement Softmax.loss in linear_classifier.py")
