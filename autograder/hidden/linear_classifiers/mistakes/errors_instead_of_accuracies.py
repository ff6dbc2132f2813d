"""You returned error rates, the shares that are wrong, and the model with the highest of them. An
accuracy is the share that is right.
"""

import numpy as np

MODULE = "hyperparameters"
CHECK = "search_hyperparameters"


def search_hyperparameters(
    model_class, X_train, y_train, X_val, y_val, learning_rates, regs, rng=None, **train_options
):
    results = {}
    best_model = None
    best_val = -1
    for lr in learning_rates:
        for reg in regs:
            model = model_class()
            model.train(X_train, y_train, learning_rate=lr, reg=reg, rng=rng, **train_options)
            train_accuracy = np.mean(model.predict(X_train) != y_train)
            val_accuracy = np.mean(model.predict(X_val) != y_val)
            results[(lr, reg)] = (train_accuracy, val_accuracy)
            if val_accuracy > best_val:
                best_model, best_val = model, val_accuracy
    return results, best_model
