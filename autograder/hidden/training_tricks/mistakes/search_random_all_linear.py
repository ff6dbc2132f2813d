"""The ranges of kind "log" are drawn evenly on a linear scale. Draw them with `sample_log_uniform`."""

import numpy as np

MODULE = "search"
CHECK = "search_random"


def search_random(evaluate, ranges, count, rng):
    results = []
    for _ in range(count):
        configuration = {name: rng.uniform(low, high) for name, (_, low, high) in ranges.items()}
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmax([accuracy for _, accuracy in results])][0], results
