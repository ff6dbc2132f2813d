"""The classifier is trained on one fold and validated on all the others; it is the other way round, so
that each classifier learns from nearly all examples.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "cross_validate"


def cross_validate(X, y, k_choices, num_folds):
    from k_nearest_neighbor import KNearestNeighbor

    folds = np.array_split(np.arange(len(X)), num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        train, val = folds[i], np.concatenate(folds[:i] + folds[i + 1 :])
        classifier = KNearestNeighbor()
        classifier.train(X[train], y[train])
        for k in k_choices:
            y_pred = classifier.predict(X[val], k=k)
            accuracies[k].append(np.mean(y_pred == y[val]))
    return accuracies
