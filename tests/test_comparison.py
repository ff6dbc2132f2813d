"""Each way of judging an output: what passes, what does not, and the line that says so."""

from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from toolkit.checks import Check, at_least, close, equal, faster, info
from toolkit.comparison import compare, judge_output, recognise
from toolkit.nodes import Opaque
from toolkit.probe import Outcome


def judged(judge, expected, got):
    return judge_output(judge, "x", {"x": expected}, {"x": got})


def checked(**judges) -> Check:
    return Check(lambda m, rng: {}, "name", "Title", "m", "cell", 2.0, judges)


def outcome(**outputs) -> Outcome:
    return Outcome(outputs)


floats = hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=4), elements=st.floats(allow_nan=True))


@given(floats)
def test_every_array_equals_itself(x):
    assert judged(close(), x, x.copy()) is None
    assert judged(equal(), x, x.copy()) is None


@given(floats.filter(lambda x: np.isfinite(x).all() and np.abs(x).max() < 1e100), st.data())
def test_one_changed_entry_is_found(x, data):
    where = tuple(data.draw(st.integers(0, n - 1)) for n in x.shape)
    changed = x.copy()
    changed[where] += 1 + np.abs(x).max()
    shown = where[0] if x.ndim == 1 else where
    for judge in (close(), equal()):
        message = judged(judge, x, changed)
        assert message is not None
        assert f"x: 1 of {x.size} entries differ" in message
        assert f"at index {shown} " in message


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (np.ones(3), np.ones((1, 3))),
        (np.ones((1, 3)), np.ones(3)),
        (np.ones(3), np.ones((3, 1))),
        (np.ones(3), 1.0),
        (1.0, np.ones(1)),
        (np.ones((2, 3)), np.ones((3, 2))),
        (np.ones(3), []),
        (np.zeros(0), np.zeros((0, 3))),
    ],
)
@pytest.mark.parametrize("judge", [close(), equal()])
def test_broadcasting_never_hides_a_wrong_shape(judge, expected, got):
    assert judged(judge, expected, got) == f"x: shape {np.shape(got)}, expected {np.shape(expected)}"


@pytest.mark.parametrize("judge", [close(), equal()])
@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (np.array([1, 2]), np.array([1.0, 2.0])),
        (np.array([1, 2]), [1, 2]),
        (3, np.float32(3)),
        (np.array([True, False]), np.array([1, 0])),
        (np.array([np.nan, np.inf, -np.inf]), np.array([np.nan, np.inf, -np.inf])),
        (np.complex128(1j), np.complex64(1j)),
    ],
)
def test_the_type_of_a_number_does_not_matter(judge, expected, got):
    assert judged(judge, expected, got) is None


@pytest.mark.parametrize(
    ("expected", "got", "message"),
    [
        ([1.0, 2.0], [1.0, np.nan], "x: 1 of 2 entries are NaN; first at index 1 (expected 2)"),
        ([1.0, np.nan], [1.0, 2.0], "x: 1 of 2 entries differ; worst at index 1 (expected nan, got 2,"),
        ([1.0, 2.0], [1.0, np.inf], "x: 1 of 2 entries differ; worst at index 1 (expected 2, got inf,"),
        ([1.0, np.inf], [1.0, 2.0], "x: 1 of 2 entries differ; worst at index 1 (expected inf, got 2,"),
        (
            [1.0, np.inf],
            [1.0, -np.inf],
            "x: 1 of 2 entries differ; worst at index 1 (expected inf, got -inf,",
        ),
    ],
)
def test_nan_and_infinity_only_where_the_reference_has_them(expected, got, message):
    assert judged(close(), np.array(expected), np.array(got)).startswith(message)
    assert judged(equal(), np.array(expected), np.array(got)) is not None


def test_close_allows_a_share_of_the_largest_entry():
    expected = np.array([1000.0, 1e-3])
    assert judged(close(rtol=1e-3, atol=0), expected, expected + 0.9) is None
    message = judged(close(rtol=1e-3, atol=0), expected, expected + np.array([0, 1.5]))
    assert (
        message
        == "x: 1 of 2 entries differ; worst at index 1 (expected 0.001, got 1.501, error 1.5, allowed 1)"
    )


def test_equal_names_the_first_wrong_entry():
    message = judged(equal(), np.array([[1, 2], [3, 4]]), np.array([[1, 5], [3, 0]]))
    assert message == "x: 2 of 4 entries differ; first at index (0, 1) (expected 2, got 5)"


def test_numbers_are_shown_without_an_index():
    assert judged(close(), 2.0, 3.0) == "x: expected 2, got 3"


@pytest.mark.parametrize(
    ("got", "message"),
    [
        (None, "x: returned None, expected an array of shape (3,)"),
        ("text", "x: returned 'text', expected an array of shape (3,)"),
        (Opaque("MaskedArray"), "x: returned a MaskedArray, expected an array of shape (3,)"),
        ([np.ones(2), np.ones(1)], "x: returned a list of 2, expected an array of shape (3,)"),
        (MappingProxyType({1: 2}), "x: returned a dict of 1, expected an array of shape (3,)"),
    ],
)
def test_what_is_no_array_is_named(got, message):
    assert judged(close(), np.zeros(3), got) == message


@pytest.mark.parametrize(
    ("expected", "got", "message"),
    [
        ([np.ones(2), np.ones(3)], [np.ones(2), np.ones(3)], None),
        ([np.ones(2), np.ones(3)], (np.ones(2), np.zeros(3)), "x[1]: 3 of 3 entries differ"),
        ([np.ones(2), np.ones(3)], [np.ones(2)], "x: returned a list of 1, expected 2 items"),
        ([np.ones(2), np.ones(2)], np.ones((2, 2)), None),
        ([np.ones(2), np.ones(2)], np.array(1.0), "x: returned an array of shape (), expected 2 items"),
        ({"W": np.ones(2), 1: "a"}, MappingProxyType({1: "a", "W": np.ones(2)}), None),
        ({"W": np.ones(2)}, {"W": np.ones(3)}, "x['W']: shape (3,), expected (2,)"),
        ({"W": 1, "b": 2}, {"W": 1}, "x: keys W, expected W, b"),
        ({"W": 1}, [1], "x: returned a list of 1, expected a dict"),
        ("mean", "mean", None),
        ("mean", "max", "x: expected 'mean', got 'max'"),
        (None, None, None),
        (None, 0.0, "x: expected None, got 0.0"),
    ],
)
def test_lists_dicts_and_texts(expected, got, message):
    said = judged(close(), expected, got)
    assert said == message if message is None else said.startswith(message)


def test_a_line_stays_short_whatever_the_submission_returns():
    many = {f"key{i}": i for i in range(10_000)}
    for expected in ({"W": 1}, np.zeros(3), "text", 1.0):
        for got in (many, "x" * 10_000, ["y" * 10_000] * 100, Opaque("z")):
            assert len(judged(close(), expected, got)) < 500


def test_at_least_a_share_of_the_references():
    judge = at_least(0.9)
    assert judged(judge, 0.5, 0.45) is None
    assert judged(judge, 0.5, np.float32(0.8)) is None
    assert judged(judge, 0.5, 0.44) == "x: 0.44, expected at least 0.45"
    assert judged(judge, 0.5, float("nan")) == "x: nan, expected at least 0.45"
    assert judged(judge, 0.5, [0.9]) == "x: returned a list of 1, expected a number"
    assert judged(judge, 0.5, "0.9") == "x: returned '0.9', expected a number"
    assert judged(judge, 0.5, np.complex128(1)) == "x: returned np.complex128(1+0j), expected a number"


@pytest.mark.parametrize(
    ("loops", "fast", "right"),
    [(1.0, 0.05, True), (1.0, 0.2, False), (100.0, 0.2, False), (0.1, 0.02, False), (1.0, 0.0, True)],
)
def test_faster_counts_the_smaller_of_both_loops(loops, fast, right):
    check = checked(fast=faster(times=10, than="loops"), loops=info())
    reference = outcome(a=1.0, fast=0.01, loops=1.0)
    verdict = compare(check, reference, outcome(a=1.0, fast=fast, loops=loops))
    assert (verdict.status, verdict.share) == (("passed", 1.0) if right else ("partial", 0.5))
    assert right or "less CPU time than loops, expected at least 10 times" in verdict.messages[0]


def test_points_are_shared_among_the_outputs():
    reference = outcome(a=1.0, b=2.0, c=3.0)
    verdict = compare(checked(), reference, outcome(a=1.0, b=0.0, c=3.0))
    assert (verdict.status, verdict.share) == ("partial", 2 / 3)
    assert verdict.messages == ("b: expected 2, got 0",)
    assert compare(checked(), reference, reference).status == "passed"
    assert compare(checked(), reference, outcome(a=0.0, b=0.0, c=0.0)).share == 0


def test_guards_lose_points_and_earn_none_alone():
    check = checked(a=close(), guard=equal(guard=True))
    reference = outcome(a=1.0, guard=2)
    assert compare(check, reference, outcome(a=1.0, guard=3)).share == 0.5
    alone = compare(check, reference, outcome(a=0.0, guard=2))
    assert (alone.status, alone.share) == ("failed", 0.0)


def test_fast_and_wrong_earns_nothing():
    check = checked(fast=faster(times=10, than="loops"), loops=info())
    reference = outcome(a=1.0, fast=0.01, loops=1.0)
    assert compare(check, reference, outcome(a=0.0, fast=0.001, loops=1.0)).share == 0


def test_outputs_only_for_information_are_not_judged():
    check = checked(a=close(), loops=info())
    assert compare(check, outcome(a=1.0, loops=3.0), outcome(a=1.0, loops=None)).status == "passed"


def test_a_missing_output_is_wrong_and_another_one_is_ignored():
    verdict = compare(checked(), outcome(a=1.0, b=2.0), outcome(a=1.0, c=5.0))
    assert (verdict.status, verdict.share) == ("partial", 0.5)
    assert verdict.messages == ("b: missing",)


def test_a_failed_probe_keeps_its_status_and_message():
    got = Outcome(None, "crashed", "ZeroDivisionError: division by zero", ("m.py:1 in f: 1/0",))
    verdict = compare(checked(), outcome(a=1.0), got)
    assert (verdict.status, verdict.share) == ("crashed", 0.0)
    assert verdict.messages == ("ZeroDivisionError: division by zero", "m.py:1 in f: 1/0")


def test_a_mistake_is_recognised_by_equal_outputs():
    reference, mistakes = (
        outcome(a=np.arange(3.0)),
        {"off": outcome(a=np.arange(3.0) + 1), "zero": outcome(a=np.zeros(3))},
    )
    assert recognise(checked(), reference, outcome(a=np.zeros(3)), mistakes) == "zero"
    assert recognise(checked(), reference, outcome(a=np.ones(3)), mistakes) is None
    assert recognise(checked(), reference, outcome(b=np.zeros(3)), mistakes) is None


def test_a_mistake_that_equals_the_reference_here_names_nothing():
    reference = outcome(a=1.0)
    assert recognise(checked(), reference, reference, {"harmless": outcome(a=1.0)}) is None


def test_a_mistake_that_raises_is_recognised_by_its_message():
    reference = outcome(a=1.0)
    raised = Outcome(None, "crashed", "IndexError: index 3 is out of bounds", ("m.py:3 in f: x[3]",))
    same = Outcome(None, "crashed", "IndexError: index 3 is out of bounds", ("m.py:9 in f: y[3]",))
    assert recognise(checked(), reference, same, {"index": raised}) == "index"
    assert recognise(checked(), reference, Outcome(None, "crashed", "KeyError: 1"), {"index": raised}) is None


def test_of_two_fitting_mistakes_the_first_is_named():
    mistakes = {"one": outcome(a=0.0), "two": outcome(a=0.0)}
    assert recognise(checked(), outcome(a=1.0), outcome(a=0.0), mistakes) == "one"


def test_a_slow_mistake_is_recognised_by_being_too_slow():
    check = checked(fast=faster(times=10, than="loops"), loops=info())
    reference, slow = outcome(fast=0.01, loops=1.0), outcome(fast=0.9, loops=1.0)
    assert recognise(check, reference, outcome(fast=0.5, loops=0.7), {"slow": slow}) == "slow"
    assert recognise(check, reference, outcome(fast=0.01, loops=0.7), {"slow": slow}) is None
