"""The accuracy of the best configuration is known: another call trains it a second time."""

import itertools

import numpy as np

MODULE = "search"
CHECK = "grid_search_diverged"


def grid_search(evaluate, grid):
    configurations = [dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())]
    results = [(configuration, evaluate(configuration)) for configuration in configurations]
    best = configurations[int(np.nanargmax([accuracy for _, accuracy in results]))]
    evaluate(best)
    return best, results
