"""A training that diverged (NaN) is taken for the best: every comparison with NaN is false, and so `max`
and `argmax` keep it. Leave NaN out, as `np.nanargmax` does.
"""

import itertools

import numpy as np

MODULE = "search"
CHECK = "grid_search_diverged"


def grid_search(evaluate, grid):
    results = []
    for values in itertools.product(*grid.values()):
        configuration = dict(zip(grid, values, strict=True))
        results.append((configuration, evaluate(configuration)))
    return results[np.argmax([accuracy for _, accuracy in results])][0], results
