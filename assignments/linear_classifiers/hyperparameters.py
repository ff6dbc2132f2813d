"""Choose learning rate and regularization strength on a validation set."""

import numpy as np


class MajorityClassifier:
    """A baseline: gives every example the most frequent training class. No search should end below it."""

    def train(self, X, y, **train_options):
        """Count the classes y (N,); the examples X (N, D) and all options have no influence."""
        self.most_frequent = np.argmax(np.bincount(y))

    def predict(self, X):
        """Return the most frequent training class for each of the examples X (N, D), as an array (N,)."""
        return np.full(len(X), self.most_frequent)


def search_hyperparameters(
    model_class, X_train, y_train, X_val, y_val, learning_rates, regs, rng=None, **train_options
):
    """Train one model for each pair of learning rate and regularization strength, and keep the best.

    The best model is the one with the highest accuracy on the validation set (of several such, the first
    trained).

    Parameters
    ----------
    model_class : class
        ``model_class()`` makes an untrained model with methods
        ``train(X, y, learning_rate=..., reg=..., rng=..., **train_options)`` and ``predict(X)``, such as
        `LinearSVM`. Each pair gets a new model: one that is trained again would go on from its old weights.
    X_train, y_train : float array (N, D), integer array (N,)
    X_val, y_val : float array (M, D), integer array (M,)
        Only for measuring, never for training.
    learning_rates, regs : lists of float
        Every learning rate is tried with every strength.
    rng : numpy.random.Generator, optional
        Handed on to each `train`.
    **train_options
        Handed on to each `train`, such as ``num_iters=500``.

    Returns
    -------
    results : dict
        Maps each pair ``(learning_rate, reg)`` to the pair ``(train_accuracy, val_accuracy)``, two floats
        from 0 to 1.
    best_model : object
        The trained model with the highest validation accuracy.
    """
    raise NotImplementedError("Implement search_hyperparameters in hyperparameters.py")
