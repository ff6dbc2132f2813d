"""Schedules have their formulas, and hold after their end."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sides import either_side, sides

SIDES = sides("training_tricks")
rates = st.floats(0.01, 2)
steps = st.integers(0, 200)


@either_side
@given(step=steps, rate=rates, decay=st.floats(0, 1), every=st.integers(1, 30))
def test_rates_have_their_formulas(side, step, rate, decay, every):
    schedules = SIDES[side].load("schedules")
    falls = [rate]
    for t in range(1, step + 1):
        falls.append(falls[-1] * decay if t % every == 0 else falls[-1])
    for got, expected in (
        (schedules.constant(step, rate), rate),
        (schedules.step_decay(step, rate, decay, every), falls[-1]),
        (schedules.exponential(step, rate, decay), rate * math.e ** (-decay * step)),
        (schedules.one_over_t(step, rate, decay), rate / (1 + decay * step)),
        (schedules.inverse_square_root(step, rate), rate * (1 + step) ** -0.5),
        (schedules.linear(step, rate, every), rate * max(every - step, 0) / every),
        (schedules.momentum_annealed(step, every), 0.5 + 0.49 * min(step, every) / every),
    ):
        assert got == pytest.approx(expected, rel=1e-9, abs=1e-300)


@either_side
@given(rate=rates, num_steps=st.integers(2, 60), lowest=st.floats(0, 0.01))
def test_a_cosine_falls_from_the_rate_to_the_lowest_and_stays(side, rate, num_steps, lowest):
    cosine = SIDES[side].load("schedules").cosine
    got = [cosine(step, rate, num_steps, lowest) for step in range(num_steps + 3)]
    assert got[0] == pytest.approx(rate)
    assert got[num_steps:] == pytest.approx([lowest] * 3)
    for step in range(num_steps + 1):
        assert got[step] == pytest.approx(
            lowest + (rate - lowest) * math.cos(math.pi / 2 * step / num_steps) ** 2
        )


@either_side
@given(step=steps, rate=rates, period=st.integers(1, 12), growth=st.integers(1, 4))
def test_warm_restarts_are_cosines_one_after_the_other(side, step, rate, period, growth):
    schedules, expected, length = SIDES[side].load("schedules"), [], period
    while len(expected) <= step:
        expected += [schedules.cosine(t, rate, length, 0.005) for t in range(length)]
        length *= growth
    got = schedules.warm_restarts(step, rate, period, growth, 0.005)
    assert got == pytest.approx(expected[step])


@given(accuracies=st.lists(st.sampled_from([0.1, 0.2, 0.3, 0.4]), max_size=25), patience=st.integers(1, 4))
def test_both_sides_halve_at_the_same_epochs(accuracies, patience):
    mine, theirs = (
        SIDES[side].load("schedules").halve_on_plateau(accuracies, 0.8, patience) for side in SIDES
    )
    assert mine == theirs


@either_side
@pytest.mark.parametrize(
    "accuracies, patience, halvings",
    [
        ([], 1, 0),
        ([0.1, 0.2, 0.3], 1, 0),
        ([0.3, 0.2], 1, 1),
        ([0.3, 0.3], 1, 1),
        ([0.3, 0.2, 0.25, 0.4, 0.1], 2, 1),
        ([0.3, 0.2, 0.4, 0.3, 0.5, 0.4], 2, 0),
        ([0.3, 0.2, 0.2, 0.2, 0.2], 2, 2),
        ([0.3, 0.2, 0.2, 0.29, 0.31], 2, 1),
    ],
)
def test_the_rate_is_halved_after_waiting_in_vain(side, accuracies, patience, halvings):
    rate = SIDES[side].load("schedules").halve_on_plateau(accuracies, 0.8, patience)
    assert rate == 0.8 / 2**halvings
