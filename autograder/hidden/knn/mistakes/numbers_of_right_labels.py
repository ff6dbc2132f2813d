"""These are numbers of right labels. An accuracy is their share among the examples of the fold, between 0
and 1.
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
            accuracies[k].append(int(np.sum(y_pred == y[val])))
    return accuracies
