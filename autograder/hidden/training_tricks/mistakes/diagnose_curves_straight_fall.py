"""Only a loss that does not fall counts as too slow. One that falls along a straight line and has not begun
to level out at the end is, too.
"""

import numpy as np

MODULE = "babysitting"
CHECK = "diagnose_curves"


def diagnose_curves(history, low=0.5):
    losses = np.asarray(history["loss_history"], dtype=float)
    if not np.all(losses <= 10 * losses[0]):  # False for NaN, too
        return "too high"
    means = np.array([part.mean() for part in np.array_split(losses, 10)])
    start, fall = losses[0], losses[0] - means[-1]
    if np.max(means - np.minimum.accumulate(means)) > start / 10:
        return "too high"
    if fall < start / 10:
        return "too low"
    train_accuracy, val_accuracy = history["train_acc_history"][-1], history["val_acc_history"][-1]
    if train_accuracy - val_accuracy > 0.15:
        return "overfit"
    if train_accuracy < low:
        return "underfit"
    return "healthy"
