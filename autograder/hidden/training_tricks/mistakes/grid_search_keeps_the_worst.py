"""The configuration with the lowest accuracy is returned as the best. Accuracies are to be high; only
losses are to be low.
"""

import itertools

import numpy as np

MODULE = "search"
CHECK = "grid_search"


def grid_search(evaluate, grid):
    results = []
    for values in itertools.product(*grid.values()):
        configuration = dict(zip(grid, values, strict=True))
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmin([accuracy for _, accuracy in results])][0], results
