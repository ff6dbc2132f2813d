"""The lists of values are walked in step (zip), so that each value meets only one of the others. A grid is
made of all combinations: `itertools.product`.
"""

MODULE = "search"
CHECK = "grid_search"


def grid_search(evaluate, grid):
    results = []
    for values in zip(*grid.values(), strict=False):
        configuration = dict(zip(grid, values, strict=True))
        results.append((configuration, evaluate(configuration)))
    return max(results, key=lambda result: result[1])[0], results
