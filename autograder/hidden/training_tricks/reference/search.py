"""Reference: powers of ten, indices of a grid, exponents of a range."""

import math

import numpy as np


def sample_log_uniform(low, high, rng, size=None):
    exponent = math.log10(low) + (math.log10(high) - math.log10(low)) * rng.random(size)
    return np.clip(10.0**exponent, low, high)


def grid_search(evaluate, grid):
    names, results = list(grid), []
    for index in np.ndindex(*(len(grid[name]) for name in names)):
        configuration = {name: grid[name][i] for name, i in zip(names, index, strict=True)}
        results.append((configuration, evaluate(configuration)))
    return _best(results), results


def search_random(evaluate, ranges, count, rng):
    columns = {}
    for name, (kind, low, high) in ranges.items():
        share = rng.random(count)
        columns[name] = low * (high / low) ** share if kind == "log" else low + (high - low) * share
    results = []
    for i in range(count):
        configuration = {name: float(column[i]) for name, column in columns.items()}
        results.append((configuration, evaluate(configuration)))
    return _best(results), results


def on_border(best, values):
    return not any(value < best for value in values) or not any(value > best for value in values)


def refine_range(best, low, high, factor):
    width = (math.log(high) - math.log(low)) / factor
    return math.exp(math.log(best) - width / 2), math.exp(math.log(best) + width / 2)


def find_learning_rate(losses_at, learning_rates, num_iters=100, clearly=0.1):
    best, falls = None, {}
    for rate in learning_rates:
        losses = [float(loss) for loss in losses_at(rate, num_iters)]
        last = losses[num_iters - num_iters // 10 :]
        finite = all(math.isfinite(loss) for loss in losses)
        falls[rate] = (losses[0] - sum(last) / len(last)) / losses[0] if finite else math.nan
        if finite and falls[rate] >= clearly and (best is None or falls[rate] > falls[best]):
            best = rate
    return best, falls


def _best(results):
    ordered = sorted((r for r in results if not math.isnan(r[1])), key=lambda result: -result[1])
    return ordered[0][0]
