"""The configuration tried last is returned, not the best one."""

MODULE = "search"
CHECK = "search_random_results"


def search_random(evaluate, ranges, count, rng):
    results = []
    for _ in range(count):
        configuration = {
            name: low * (high / low) ** rng.random() if kind == "log" else rng.uniform(low, high)
            for name, (kind, low, high) in ranges.items()
        }
        results.append((configuration, evaluate(configuration)))
    return configuration, results
