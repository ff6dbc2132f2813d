"""Each hyperparameter is varied while the others keep their first values. That misses combinations; a grid
tries all of them: `itertools.product`.
"""

MODULE = "search"
CHECK = "grid_search"


def grid_search(evaluate, grid):
    first = {name: values[0] for name, values in grid.items()}
    results = [(first, evaluate(first))]
    for name, values in grid.items():
        for value in values[1:]:
            configuration = {**first, name: value}
            results.append((configuration, evaluate(configuration)))
    return max(results, key=lambda result: result[1])[0], results
