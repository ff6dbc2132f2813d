"""One configuration more than `count` is tried: the first, drawn before the loop, counts as well."""

import numpy as np

MODULE = "search"
CHECK = "search_random_results"


def search_random(evaluate, ranges, count, rng):
    def draw():
        return {
            name: low * (high / low) ** rng.random() if kind == "log" else rng.uniform(low, high)
            for name, (kind, low, high) in ranges.items()
        }

    first = draw()
    results = [(first, evaluate(first))]
    for _ in range(count):
        configuration = draw()
        results.append((configuration, evaluate(configuration)))
    return results[np.nanargmax([accuracy for _, accuracy in results])][0], results
