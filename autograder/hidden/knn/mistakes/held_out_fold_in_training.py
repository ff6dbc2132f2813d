"""The classifier was trained on all examples, the held-out fold included, so it has already seen what it
is asked. Leave the fold out of the training set.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "cross_validate"


def cross_validate(X, y, k_choices, num_folds):
    from k_nearest_neighbor import KNearestNeighbor

    folds = np.array_split(np.arange(len(X)), num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        train, val = np.arange(len(X)), folds[i]
        classifier = KNearestNeighbor()
        classifier.train(X[train], y[train])
        for k in k_choices:
            y_pred = classifier.predict(X[val], k=k)
            accuracies[k].append(np.mean(y_pred == y[val]))
    return accuracies
