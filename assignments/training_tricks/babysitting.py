"""What to look at during training: the size of the updates, and what the curves say."""

import numpy as np


def update_ratio(w, step):
    """Return how large an update is beside what it changes: ``|step| / |w|``, of the Euclidean norms.

    About 1e-3 is a good sign. Far less says that the learning rate may be too low, far more that it is
    probably too high.

    Parameters
    ----------
    w : float array of any shape
        A parameter before the update, not all zeros.
    step : float array of the same shape
        What is added to it; of plain gradient descent, ``-learning_rate * dw``.

    Returns
    -------
    float

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", section "Ratio of weights:updates".
    """
    raise NotImplementedError("Implement update_ratio in babysitting.py")


def diagnose_curves(history, low=0.5):
    """Name what the curves of a training run say, in one word or two.

    Cut the losses into ten parts, one after the other and as equal as possible
    (``np.array_split(losses, 10)``), and let m_1, ..., m_10 be the means of the parts, in which the wiggle
    of the minibatches has cancelled out; let s be the first loss of all. The first rule that holds gives
    the answer:

    1. `"too high"`, the learning rate: a loss is NaN, or above 10 s (infinity is, too); or the loss rises:
       some m_k is above an earlier m_j by more than s / 10;
    2. `"too low"`, the learning rate: the loss has hardly fallen, ``s - m_10 < s / 10``; or it still falls
       like a straight line instead of levelling out: more than a third of the whole fall ``s - m_10``
       comes after m_5;
    3. `"overfit"`: the last training accuracy is above the last validation accuracy by more than 0.15;
    4. `"underfit"`: the last training accuracy is below `low`;
    5. `"healthy"`.

    These are rules of thumb: the limits suit a loss that starts at chance and a constant learning rate.

    Parameters
    ----------
    history : dict
        `"loss_history"`: the loss of each iteration, at least ten unless they explode. `"train_acc_history"`
        and `"val_acc_history"`: accuracies (0 to 1) after each epoch. Lists or arrays.
    low : float
        A training accuracy that is called poor on this data.

    Returns
    -------
    str

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", section "Babysitting the learning process".
    """
    raise NotImplementedError("Implement diagnose_curves in babysitting.py")
