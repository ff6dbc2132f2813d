"""The ranges of kind "uniform" are drawn on a logarithmic scale, too. Look at the kind of each range."""

import numpy as np

MODULE = "search"
CHECK = "search_random"


def search_random(evaluate, ranges, count, rng):
    results = []
    for _ in range(count):
        configuration = {
            name: float(np.exp(rng.uniform(np.log(low), np.log(high))))
            for name, (_, low, high) in ranges.items()
        }
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmax([accuracy for _, accuracy in results])][0], results
