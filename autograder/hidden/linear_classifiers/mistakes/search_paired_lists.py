"""The two lists are walked in step (zip), so that each learning rate meets one strength only. Try every
rate with every strength: one loop inside the other.
"""

import numpy as np

MODULE = "hyperparameters"
CHECK = "search_hyperparameters"


def search_hyperparameters(
    model_class, X_train, y_train, X_val, y_val, learning_rates, regs, rng=None, **train_options
):
    results, best_model, best_val = {}, None, -1
    for lr, reg in zip(learning_rates, regs, strict=False):
        model = model_class()
        model.train(X_train, y_train, learning_rate=lr, reg=reg, rng=rng, **train_options)
        accuracies = np.mean(model.predict(X_train) == y_train), np.mean(model.predict(X_val) == y_val)
        results[(lr, reg)] = accuracies
        if accuracies[1] > best_val:
            best_model, best_val = model, accuracies[1]
    return results, best_model
