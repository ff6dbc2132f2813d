"""Checks of the search for hyperparameters."""

import numpy as np

from toolkit.checks import check, close, equal

MODULE = "search"


def drawn(values, low, high, scale=np.log):
    """Return where values lie from `low` (0) to `high` (1) on a scale, and whether all lie between."""
    share = (scale(np.clip(values, 1e-300, None)) - scale(low)) / (scale(high) - scale(low))
    return share, bool(np.all((share > -1e-9) & (share < 1 + 1e-9)))


class Surface:
    """A validation accuracy that is NaN at some of its calls, and remembers what was asked."""

    def __init__(self, rng, names, diverged=()):
        self.names, self.diverged = names, diverged
        self.centre = rng.uniform(-2.5, -1.5, len(names))
        self.asked = []

    def evaluate(self, configuration):
        values = [float(configuration[name]) for name in self.names]
        accuracy = 0.6 - 0.05 * float(np.sum((np.log10(values) - self.centre) ** 2))
        self.asked.append([*values, np.nan if len(self.asked) in self.diverged else accuracy])
        return self.asked[-1][-1]

    def rows(self, results):
        """Return results as sorted rows of the values and the accuracy."""
        return np.array(sorted([*(c[name] for name in self.names), accuracy] for c, accuracy in results))


class Runs:
    """Losses of training at several rates, each of which jitters around a curve that ends at `ends[rate]`."""

    def __init__(self, rng, ends, first=2.3):
        self.curves = {}
        for rate in rng.permutation(list(ends)).tolist():
            falling = first + (ends[rate] - first) * np.linspace(0, 1, 60) ** 0.5
            self.curves[rate] = falling + 0.02 * rng.normal(size=60)
            self.curves[rate][0] = first

    def losses_at(self, learning_rate, num_iters):
        return self.curves[float(learning_rate)].copy() if num_iters == 60 else np.zeros(num_iters)

    def found(self, search, **options):
        rates = list(self.curves)
        best, falls = search.find_learning_rate(self.losses_at, rates, num_iters=60, **options)
        return {"best": best, "falls": falls}


@check(
    MODULE,
    points=1,
    outputs={
        "mean_of_log": close(rtol=0, atol=0.04),
        "deviation_of_log": close(rtol=0, atol=0.018),
        "different_values": equal(),
        "within_range": equal(guard=True),
    },
    partial=False,
)
def sample_log_uniform(search, rng):
    """4,000 numbers, uniform on a logarithmic scale"""
    values = search.sample_log_uniform(3e-6, 0.2, rng=rng, size=(40, 100))
    share, within = drawn(values, 3e-6, 0.2)
    # Mean and deviation of 4,000 uniform numbers have standard errors of 0.0046 and 0.0020, their differences
    # between two samples 0.0065 and 0.0029: six of these, 0.039 and 0.018, have a probability of 2e-9.
    return {
        "mean_of_log": share.mean() if np.shape(values) == (40, 100) else share,
        "deviation_of_log": share.std(),
        "different_values": np.unique(values).size,
        "within_range": within,
    }


@check(MODULE, points=1.5)
def grid_search(search, rng):
    """All combinations of the values of three hyperparameters, and the best of them"""
    counts = {"learning_rate": 4, "reg": 3, "momentum": 2}
    surface = Surface(rng, tuple(counts))
    grid = {name: (10 ** rng.uniform(-4, 0, count)).tolist() for name, count in counts.items()}
    best, results = search.grid_search(surface.evaluate, grid)
    return {"results": surface.rows(results), "best": best}


@check(
    MODULE,
    points=1.5,
    outputs={
        "mean_of_log": close(rtol=0, atol=0.2),
        "mean_of_uniform": close(rtol=0, atol=0.2),
        "different_values": equal(guard=True),
        "correlation": close(rtol=0, atol=0.7, guard=True),
        "within_ranges": equal(guard=True),
    },
)
def search_random(search, rng):
    """150 random configurations, every value drawn afresh from its range"""
    surface = Surface(rng, ("learning_rate", "momentum"))
    ranges = {"learning_rate": ("log", 1e-5, 0.5), "momentum": ("uniform", 1e-3, 0.9)}
    search.search_random(surface.evaluate, ranges, 150, rng=rng)
    rates, momenta, _ = np.array(surface.asked).T
    (rates, within), (momenta, within_too) = drawn(rates, 1e-5, 0.5), drawn(momenta, 1e-3, 0.9, np.asarray)
    # Means of 150 uniform numbers differ between two samples by a standard error of 0.033, their correlations
    # by 0.116: six of these are 0.2 and 0.7, which have a probability of 2e-9.
    return {
        "mean_of_log": rates.mean(),
        "mean_of_uniform": momenta.mean(),
        "different_values": [np.unique(rates).size, np.unique(momenta).size],
        "correlation": np.corrcoef(rates, momenta)[0, 1] if rates.std() * momenta.std() > 0 else 1.0,
        "within_ranges": within and within_too,
    }


@check(MODULE, points=1, outputs={"answers": equal()})
def on_border(search, rng):
    """The best value is the smallest, the largest or another one of a list in no order"""
    values = np.sort(10 ** rng.uniform(-5, 0, 7)).tolist()
    values[1], values[5] = 1.01 * values[0], 0.99 * values[6]
    tried = [values[i] for i in (3, 5, 0, 2, 6, 0, 6, 1, 4)]
    return {"answers": [bool(search.on_border(best, tried)) for best in values]}


@check(MODULE, points=1)
def refine_range(search, rng):
    """A narrower range around the best value, on a logarithmic scale"""
    low, best, high = (10 ** np.sort(rng.uniform(-6, 1, 3))).tolist()
    return {f"factor_{factor}": np.array(search.refine_range(best, low, high, factor)) for factor in (3, 5)}


@check(MODULE, points=1)
def find_learning_rate(search, rng):
    """The rate with the largest fall of a loss that jitters"""
    runs = Runs(rng, {1e-4: 2.2, 1e-3: 1.9, 1e-2: 1.4, 1e-1: 2.0})
    runs.curves[1e-3][[40, 59]] = 0.2  # lucky minibatches
    runs.curves[1e-4][30] = 1.0
    return runs.found(search)


### BEGIN HIDDEN TESTS
@check(MODULE, points=0.5, cell="sample_log_uniform", outputs={"mean_of_log": close(rtol=0, atol=0.32)})
def sample_log_uniform_one(search, rng):
    """Single numbers"""
    values = [search.sample_log_uniform(0.03, 700.0, rng=rng) for _ in range(60)]
    share, _ = drawn(values, 0.03, 700.0)
    # Means of 60 differ between two samples by a standard error of 0.053: six have a probability of 2e-9.
    return {"mean_of_log": share.mean() if np.unique(share).size == share.size and share.ndim == 1 else share}


@check(MODULE, points=0.5, cell="grid_search", outputs={"calls": equal(guard=True)})
def grid_search_diverged(search, rng):
    """A grid in which the first and the fourth training diverge"""
    surface = Surface(rng, ("learning_rate",), diverged=(0, 3))
    best, _ = search.grid_search(surface.evaluate, {"learning_rate": [0.3, 0.002, 0.01, 0.0001]})
    return {"best": best, "calls": len(surface.asked)}


@check(MODULE, points=1, cell="search_random", outputs={"results_and_best": equal()})
def search_random_results(search, rng):
    """Best and results of a random search in which some training diverges"""
    surface = Surface(rng, ("learning_rate", "reg"), diverged=(0, 5, 10))
    ranges = dict.fromkeys(surface.names, ("log", 1e-4, 1.0))
    best, results = search.search_random(surface.evaluate, ranges, 11, rng=rng)
    asked = np.array(sorted(surface.asked))
    same = np.array_equal(surface.rows(results), asked, equal_nan=True)
    highest = asked[np.nanargmax(asked[:, 2]), :2]
    return {
        "results_and_best": [len(asked), same, [best[name] for name in surface.names] == highest.tolist()]
    }


@check(MODULE, points=0.5, cell="refine_range")
def refine_range_at_the_border(search, rng):
    """A best value on the border of the old range"""
    low, high = (10 ** np.sort(rng.uniform(-5, 2, 2))).tolist()
    ends = {"at_low": low, "at_high": high}
    return {name: np.array(search.refine_range(best, low, high, 2.5)) for name, best in ends.items()}


@check(MODULE, points=0.75, cell="find_learning_rate")
def find_learning_rate_diverged(search, rng):
    """Rates at which training diverges"""
    runs = Runs(rng, {1e-3: 2.1, 1e-2: 1.7, 1e-1: 1.2, 1.0: 0.4})
    runs.curves[1e-1][30:], runs.curves[1.0][20] = np.nan, np.inf
    return runs.found(search)


@check(MODULE, points=0.75, cell="find_learning_rate", partial=False)
def find_learning_rate_none(search, rng):
    """No rate makes the loss fall clearly"""
    return Runs(rng, {1e-5: 4.59, 1e-4: 4.0, 1e-3: 4.4}, first=4.6).found(search, clearly=0.3)


### END HIDDEN TESTS
