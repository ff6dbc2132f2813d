"""A few values are drawn for each hyperparameter and used again and again: that is a grid, whose columns
share their values. Draw every value of every configuration afresh.
"""

import numpy as np

MODULE = "search"
CHECK = "search_random"


def search_random(evaluate, ranges, count, rng):
    drawn = {
        name: [
            low * (high / low) ** rng.random() if kind == "log" else rng.uniform(low, high) for _ in range(10)
        ]
        for name, (kind, low, high) in ranges.items()
    }
    results = []
    for _ in range(count):
        configuration = {name: float(rng.choice(values)) for name, values in drawn.items()}
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmax([accuracy for _, accuracy in results])][0], results
