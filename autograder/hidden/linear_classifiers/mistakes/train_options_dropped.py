"""The further options, such as num_iters and batch_size, do not reach train: hand **train_options on."""

import numpy as np

MODULE = "hyperparameters"
CHECK = "search_hyperparameters_training"


def search_hyperparameters(
    model_class, X_train, y_train, X_val, y_val, learning_rates, regs, rng=None, **train_options
):
    results = {}
    best_model = None
    best_val = -1
    for lr in learning_rates:
        for reg in regs:
            model = model_class()
            model.train(X_train, y_train, learning_rate=lr, reg=reg, rng=rng)
            train_accuracy = np.mean(model.predict(X_train) == y_train)
            val_accuracy = np.mean(model.predict(X_val) == y_val)
            results[(lr, reg)] = (train_accuracy, val_accuracy)
            if val_accuracy > best_val:
                best_model, best_val = model, val_accuracy
    return results, best_model
