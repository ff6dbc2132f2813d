"""Searches and ensembles of both sides do what their definitions say, on random inputs."""

import itertools
import math

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.special import softmax
from sides import either_side, sides

SIDES = sides("training_tricks")
GIVEN = SIDES["solution"].load("small_net")
few = settings(max_examples=30)
seeds = st.integers(0, 2**32)
positive = st.floats(1e-6, 1e3)


def module(side, name):
    return SIDES[side].load(name)


@either_side
@few
@given(seed=seeds, ends=st.tuples(positive, st.floats(1.01, 1e6)))
def test_logarithms_are_drawn_evenly(side, seed, ends):
    low, high = ends[0], ends[0] * ends[1]
    rng = np.random.default_rng(seed)
    values = module(side, "search").sample_log_uniform(low, high, rng, size=(40, 50))
    assert values.shape == (40, 50)
    assert stats.kstest(values.ravel(), stats.loguniform(low, high).cdf).pvalue > 1e-6
    one = module(side, "search").sample_log_uniform(low, high, rng)
    assert np.shape(one) == ()
    assert low * (1 - 1e-9) <= one <= high * (1 + 1e-9)


@either_side
@few
@given(seed=seeds, counts=st.lists(st.integers(1, 4), min_size=1, max_size=4), lost=st.integers(0, 5))
def test_a_grid_is_all_combinations(side, seed, counts, lost):
    rng = np.random.default_rng(seed)
    grid = {f"h{i}": rng.normal(size=count).tolist() for i, count in enumerate(counts)}
    combinations = list(itertools.product(*grid.values()))
    accuracy = dict(zip(combinations, rng.permutation(len(combinations)) / 10, strict=True))
    for combination in combinations[: min(lost, len(combinations) - 1)]:
        accuracy[combination] = math.nan
    asked = []

    def evaluate(config):
        asked.append(tuple(config[name] for name in grid))
        return accuracy[asked[-1]]

    best, results = module(side, "search").grid_search(evaluate, grid)
    assert sorted(asked) == sorted(combinations)
    assert [(tuple(c.values()), repr(a)) for c, a in results] == [(c, repr(accuracy[c])) for c in asked]
    assert accuracy[tuple(best.values())] == np.nanmax(list(accuracy.values()))


@either_side
@few
@given(seed=seeds, count=st.integers(2, 30))
def test_random_configurations_are_within_their_ranges(side, seed, count):
    ranges = {"rate": ("log", 1e-5, 0.5), "keep": ("uniform", 0.25, 1.0)}
    rng, asked = np.random.default_rng(seed), []

    def evaluate(config):
        asked.append(dict(config))
        return math.nan if len(asked) == 1 else -config["keep"]

    best, results = module(side, "search").search_random(evaluate, ranges, count, rng)
    assert [config for config, _ in results] == asked
    assert best == min(asked[1:], key=lambda config: config["keep"])
    for name, (_, low, high) in ranges.items():
        values = {config[name] for config in asked}
        assert len(values) == count
        assert low <= min(values) <= max(values) <= high


@either_side
@given(values=st.lists(positive, min_size=1, max_size=9), data=st.data())
def test_the_border_is_the_smallest_and_the_largest(side, values, data):
    best = data.draw(st.sampled_from(values))
    expected = sorted(values).index(best) == 0 or sorted(values)[-1] == best
    assert module(side, "search").on_border(best, values) is expected


@either_side
@given(low=positive, ratio=st.floats(1.1, 1e5), place=st.floats(0, 1), factor=st.floats(1.1, 10))
def test_a_refined_range_is_narrower_around_the_best(side, low, ratio, place, factor):
    best = low * ratio**place
    new_low, new_high = module(side, "search").refine_range(best, low, low * ratio, factor)
    assert math.sqrt(new_low * new_high) == pytest.approx(best)
    assert math.log(new_high / new_low) * factor == pytest.approx(math.log(ratio))


@either_side
@few
@given(seed=seeds, num_iters=st.sampled_from([10, 50, 100]), clearly=st.floats(0, 0.8))
def test_the_best_rate_has_the_largest_clear_fall(side, seed, num_iters, clearly):
    rng = np.random.default_rng(seed)
    losses = {10.0**-i: rng.uniform(0.5, 3, num_iters) for i in range(5)}
    losses[0.1][rng.integers(num_iters)] = rng.choice([np.nan, np.inf])
    best, falls = module(side, "search").find_learning_rate(
        lambda rate, count: losses[rate][:count], list(losses), num_iters, clearly
    )
    expected = {rate: 1 - own[num_iters * 9 // 10 :].mean() / own[0] for rate, own in losses.items()}
    assert math.isnan(falls.pop(0.1))
    assert falls == pytest.approx({rate: fall for rate, fall in expected.items() if rate != 0.1})
    highest = max(falls, key=falls.get)
    assert best == (highest if falls[highest] >= clearly else None)


@either_side
@few
@given(
    seed=seeds, M=st.integers(1, 4), N=st.integers(1, 5), C=st.integers(1, 6), scale=st.sampled_from([1, 1e4])
)
def test_probabilities_are_averaged(side, seed, M, N, C, scale):
    scores = scale * np.random.default_rng(seed).normal(size=(M, N, C))
    got = module(side, "ensembles").average_probabilities(list(scores))
    np.testing.assert_allclose(got, softmax(scores, axis=2).mean(axis=0), atol=1e-12)


@either_side
@few
@given(seed=seeds, M=st.integers(1, 8), N=st.integers(1, 20), C=st.integers(1, 12))
def test_votes_are_the_smallest_modes(side, seed, M, N, C):
    labels = np.random.default_rng(seed).integers(C, size=(M, N))
    got = module(side, "ensembles").majority_vote(list(labels))
    assert np.array_equal(got, stats.mode(labels, axis=0).mode)


@either_side
@few
@given(seed=seeds, count=st.integers(1, 20), decay=st.floats(0.1, 0.999))
def test_the_running_average_is_a_recursive_filter(side, seed, count, decay):
    steps = np.random.default_rng(seed).normal(size=(count, 2, 3))
    average, expected = module(side, "ensembles").PolyakAverage(decay), steps[0].copy()
    for i, step in enumerate(steps):
        given_array = step.copy()
        average.update({"W": given_array})
        given_array += 1e6  # the model goes on, in place
        expected = decay * expected + (1 - decay) * step if i else expected
        np.testing.assert_allclose(average.params["W"], expected, rtol=1e-12, atol=1e-12)
    assert module(side, "ensembles").PolyakAverage().decay == 0.995


@either_side
@few
@given(seed=seeds, cycles=st.integers(1, 4), length=st.integers(1, 6), max_rate=st.floats(0.01, 0.9))
def test_snapshots_of_a_bowl(side, seed, cycles, length, max_rate):
    """On ½ |p|² each step multiplies all parameters by 1 - rate."""
    start = {"W": np.random.default_rng(seed).normal(size=(2, 3)), "b": np.ones(3)}
    before = {name: array.copy() for name, array in start.items()}

    def loss(params):
        return 0.0, {name: array.copy() for name, array in params.items()}

    snapshots = module(side, "ensembles").snapshot_ensemble(loss, start, cycles, length, max_rate)
    rates = max_rate / 2 * (1 + np.cos(np.pi * np.arange(length) / length))
    assert len(snapshots) == cycles
    for cycle, snapshot in enumerate(snapshots, start=1):
        for name in before:
            np.testing.assert_allclose(snapshot[name], np.prod(1 - rates) ** cycle * before[name], atol=1e-12)
            assert np.array_equal(start[name], before[name])


@few
@given(seed=seeds, N=st.integers(1, 4), H=st.integers(1, 3))
def test_the_small_net_has_the_right_gradients(seed, N, H):
    rng = np.random.default_rng(seed)
    net = GIVEN.SmallNet(H, rng, reg=0.25)
    net.params = {name: rng.normal(size=array.shape) for name, array in net.params.items()}
    X, y = rng.normal(size=(N, 3072)) / 50, rng.integers(10, size=N)

    def loss(params):
        scores = anp.dot(anp.maximum(0, anp.dot(X, params["W1"]) + params["b1"]), params["W2"]) + params["b2"]
        penalty = 0.25 * (anp.sum(params["W1"] ** 2) + anp.sum(params["W2"] ** 2))
        right = scores[np.arange(N), y]
        return penalty + anp.mean(anp.log(anp.sum(anp.exp(scores - right[:, None]), axis=1)))

    value, grads = net.loss(X, y)
    assert value == pytest.approx(loss(net.params))
    for name, expected in grad(loss)(dict(net.params)).items():
        np.testing.assert_allclose(grads[name], expected, rtol=1e-6, atol=1e-9)


def test_minibatches_are_all_examples_once_an_epoch():
    X, y = np.arange(250.0)[:, np.newaxis], np.arange(250)
    batches = list(GIVEN.minibatches(X, y, 2, np.random.default_rng(0)))
    assert [len(labels) for _, labels in batches] == [100] * 4
    assert all(np.array_equal(rows[:, 0], labels) for rows, labels in batches)
    assert len({label for _, labels in batches[:2] for label in labels}) == 200


@pytest.mark.slow
def test_the_small_net_learns_alike_from_alike_seeds(data_installed, monkeypatch):
    monkeypatch.setenv("CIFAR10_FOLDER", str(data_installed))
    sizes = {"num_train": 1_000, "num_val": 300, "epochs": 2, "num_hidden": 20}
    config = {"learning_rate": 0.01, "reg": 1e-3}
    runs = [GIVEN.train_small_net(config, np.random.default_rng(seed), **sizes) for seed in (0, 0, 1)]
    assert np.array_equal(runs[0][1]["W1"], runs[1][1]["W1"])
    assert not np.array_equal(runs[0][1]["W1"], runs[2][1]["W1"])
    assert runs[0][0] > 0.15
    rng = np.random.default_rng(0)
    accuracy, kept = GIVEN.train_small_net({**config, "learning_rate": 1e4}, rng, **sizes)
    assert math.isnan(accuracy)
    assert kept == {}
