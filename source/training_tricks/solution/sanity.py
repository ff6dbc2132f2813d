"""What to look at before a long training run: the first loss, and whether a few examples can be learned."""

import numpy as np


def expected_initial_loss(kind, num_classes, margin=1.0):
    """Return the mean loss of a classifier that does not know anything yet.

    With small random weights all scores are nearly equal, whatever the example: each class has the
    probability 1/C, and no score is ahead of another. Without penalty, the loss is then a number that can
    be told beforehand.

    Parameters
    ----------
    kind : str
        `"softmax"` (cross-entropy, natural logarithm), `"svm"` (the sum of ``max(0, s_j - s_y + margin)``
        over the wrong classes j), or `"squared_svm"` (the same with each term squared).
    num_classes : int
        C.
    margin : float
        Of the hinge losses.

    Returns
    -------
    float
        For ten classes and a margin of 1: 2.303, 9 and 9.

    Raises
    ------
    ValueError
        If `kind` is none of these.

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", section "Before learning: sanity checks".
    """
    ### BEGIN SOLUTION
    if kind == "softmax":
        return float(np.log(num_classes))
    if kind == "svm":
        return (num_classes - 1) * float(margin)
    if kind == "squared_svm":
        return (num_classes - 1) * float(margin) ** 2
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
    ### END SOLUTION


def overfit_small_batch(model, X, y, learning_rate=1e-2, num_examples=20, max_steps=1000):
    """Train a model on a few examples, without penalty, until all of them are right.

    A network that is put together rightly learns 20 examples by heart; one that cannot is not worth a long
    run. In every step:

    1. ``loss, grads = model.loss(X_few, y_few)``, on the first `num_examples` examples, all at once;
    2. every parameter w becomes ``w - learning_rate * dw``;
    3. ``scores = model.loss(X_few)``, whose largest entry in each row is the predicted class.

    The step after which all examples are right is the last, or else step number `max_steps`.

    Parameters
    ----------
    model : object
        `model.params`, a dict of float arrays, and `model.loss` as above, with ``grads`` a dict with the
        same names. If it has `model.reg`, the strength of its penalty, that is 0 during the training,
        and afterwards again what it was. `model.params` is trained.
    X : float array (N, ...)
    y : int array (N,)
        Labels, 0 ≤ y < C.
    learning_rate : float
    num_examples, max_steps : int

    Returns
    -------
    dict
        `"loss_history"`, the losses of item 1, and `"acc_history"`, the shares of right examples (0 to 1)
        after item 3: lists with an entry for each step.

    References
    ----------
    CS231n course notes, "Neural Networks Part 3", section "Before learning: sanity checks".
    """
    ### BEGIN SOLUTION
    X_few, y_few = X[:num_examples], y[:num_examples]
    history = {"loss_history": [], "acc_history": []}
    reg = getattr(model, "reg", None)
    if reg is not None:
        model.reg = 0.0
    for _ in range(max_steps):
        loss, grads = model.loss(X_few, y_few)
        for name in model.params:
            model.params[name] = model.params[name] - learning_rate * grads[name]
        labels = np.argmax(model.loss(X_few), axis=1)
        history["loss_history"].append(float(loss))
        history["acc_history"].append(float(np.mean(labels == y_few)))
        if np.all(labels == y_few):
            break
    if reg is not None:
        model.reg = reg
    return history
    ### END SOLUTION
