"""The same fold is held out every time, so that all accuracies of one k are equal. In turn, hold out each
fold once.
"""

import numpy as np

MODULE = "cross_validation"
CHECK = "cross_validate"


def cross_validate(X, y, k_choices, num_folds):
    from k_nearest_neighbor import KNearestNeighbor

    folds = np.array_split(np.arange(len(X)), num_folds)
    accuracies = {k: [] for k in k_choices}
    for _ in range(num_folds):
        train, val = np.concatenate(folds[1:]), folds[0]
        classifier = KNearestNeighbor()
        classifier.train(X[train], y[train])
        for k in k_choices:
            y_pred = classifier.predict(X[val], k=k)
            accuracies[k].append(np.mean(y_pred == y[val]))
    return accuracies
