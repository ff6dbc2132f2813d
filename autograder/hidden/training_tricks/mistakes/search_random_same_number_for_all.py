"""One random number serves all hyperparameters of a configuration, so that all are large or small together.
Draw each of them on its own.
"""

import numpy as np

MODULE = "search"
CHECK = "search_random"


def search_random(evaluate, ranges, count, rng):
    results = []
    for _ in range(count):
        share = rng.random()
        configuration = {
            name: low * (high / low) ** share if kind == "log" else low + (high - low) * share
            for name, (kind, low, high) in ranges.items()
        }
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmax([accuracy for _, accuracy in results])][0], results
