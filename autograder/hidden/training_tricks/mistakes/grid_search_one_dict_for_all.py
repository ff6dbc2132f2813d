"""All entries of `results` show the same configuration, the last one: they are one and the same dict, which
the loop goes on changing. Make a new dict for each configuration.
"""

import itertools

import numpy as np

MODULE = "search"
CHECK = "grid_search"


def grid_search(evaluate, grid):
    results, configuration = [], {}
    best, highest = None, -np.inf
    for values in itertools.product(*grid.values()):
        configuration.update(zip(grid, values, strict=True))
        accuracy = evaluate(configuration)
        results.append((configuration, accuracy))
        if accuracy > highest:
            best, highest = dict(configuration), accuracy
    return best, results
