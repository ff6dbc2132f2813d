"""The number of right labels is divided by the number of all examples; only those of the held-out fold
were predicted.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "cross_validate"


def cross_validate(X, y, k_choices, num_folds):
    from k_nearest_neighbor import KNearestNeighbor

    folds = np.array_split(np.arange(len(X)), num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        train, val = np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]
        classifier = KNearestNeighbor()
        classifier.train(X[train], y[train])
        for k in k_choices:
            y_pred = classifier.predict(X[val], k=k)
            accuracies[k].append(np.sum(y_pred == y[val]) / len(X))
    return accuracies
