"""Checks of choosing hyperparameters on validation data."""

import numpy as np

from toolkit.checks import check, close, equal

MODULE = "hyperparameters"


class Search:
    """A stand-in for training, which remembers how it was called.

    How many predictions are right is drawn beforehand for each setting. The best settings on training and on
    validation data are different ones, and neither is the first or the last to be tried, in whatever order.
    """

    def __init__(self, rng, hyperparameters, N, M):
        self.rates, self.regs = [float(10**power) for power in rng.uniform(-4, 0, 3)], [0.25, 3.5]
        self.X, self.y = rng.normal(size=(N, 4)), rng.integers(3, size=N)
        self.X_val, self.y_val = rng.normal(size=(M, 4)), rng.integers(3, size=M)
        self.right = {count: rng.permutation(count // 2)[:6] for count in (N, M)}
        for count, best in zip((N, M), rng.choice([1, 2, 3, 4], 2, replace=False), strict=True):
            self.right[count][best] = count // 2 + 1
        self.settings = [(rate, reg) for rate in self.rates for reg in self.regs]
        self.options, self.trained_on = [], []
        self.model_class = hyperparameters.MajorityClassifier
        self.model_class.train, self.model_class.predict = self.train, self.predict

    def train(self, model, X, y, learning_rate=1e-3, reg=1e-5, rng=None, **options):
        self.options.append([options.get("num_iters"), options.get("batch_size")])
        self.trained_on.append(bool(np.array_equal(X, self.X) and np.array_equal(y, self.y)))
        model.setting = (learning_rate, reg)
        return []

    def predict(self, model, X):
        y = self.y if len(X) == len(self.y) else self.y_val
        num_right = self.right[len(X)][self.settings.index(tuple(model.setting))]
        return np.where(np.arange(len(y)) < num_right, y, y + 1)

    def run(self, hyperparameters, rng, **options):
        data = self.X, self.y, self.X_val, self.y_val
        return hyperparameters.search_hyperparameters(
            self.model_class, *data, self.rates, self.regs, rng=rng, **options
        )


@check(MODULE, points=1.5, outputs={"results": close(), "setting_of_the_best": close()})
def search_hyperparameters(hyperparameters, rng):
    """Accuracies of all pairs of hyperparameters, and the best model on the validation set"""
    results, best_model = Search(rng, hyperparameters, 35, 25).run(hyperparameters, rng)
    return {"results": results, "setting_of_the_best": getattr(best_model, "setting", None)}
