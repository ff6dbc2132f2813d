"""A run that explodes may be over after a few iterations, too few for ten means: look for losses above ten
times the first before anything else.
"""

import numpy as np

MODULE = "babysitting"
CHECK = "diagnose_curves_extremes"


def diagnose_curves(history, low=0.5):
    losses = np.asarray(history["loss_history"], dtype=float)
    if not np.all(np.isfinite(losses)):
        return "too high"
    means = np.array([part.mean() for part in np.array_split(losses, 10)])
    start, fall = losses[0], losses[0] - means[-1]
    if np.max(means - np.minimum.accumulate(means)) > start / 10:
        return "too high"
    if fall < start / 10 or means[4] - means[-1] > fall / 3:
        return "too low"
    train_accuracy, val_accuracy = history["train_acc_history"][-1], history["val_acc_history"][-1]
    if train_accuracy - val_accuracy > 0.15:
        return "overfit"
    if train_accuracy < low:
        return "underfit"
    return "healthy"
