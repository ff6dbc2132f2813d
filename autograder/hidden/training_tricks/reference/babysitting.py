"""Reference: norms as roots of inner products; the rules of curves one loss at a time."""

import math

import numpy as np


def update_ratio(w, step):
    return math.sqrt(float(np.vdot(step, step)) / float(np.vdot(w, w)))


def diagnose_curves(history, low=0.5):
    losses = [float(loss) for loss in history["loss_history"]]
    if any(math.isnan(loss) or loss > 10 * losses[0] for loss in losses):
        return "too high"
    longer, size = len(losses) % 10, len(losses) // 10
    means, rest = [], losses
    for part in range(10):
        count = size + (part < longer)
        means.append(math.fsum(rest[:count]) / count)
        rest = rest[count:]
    first, fall = losses[0], losses[0] - means[9]
    if any(means[k] - means[j] > first / 10 for k in range(10) for j in range(k)):
        return "too high"
    if fall < first / 10 or 3 * (means[4] - means[9]) > fall:
        return "too low"
    train, validation = (float(history[name][-1]) for name in ("train_acc_history", "val_acc_history"))
    if train - validation > 0.15:
        return "overfit"
    return "underfit" if train < low else "healthy"
