"""`expected.npz`: what the release tells a notebook comes back as it was, and says when it is stale."""

import io
import math
import random

import numpy as np
import pytest
from tiny_course import edit, make_course, tiny

from autograder.references import public_expected
from toolkit import expected
from toolkit.checks import Check, close, faster, info
from toolkit.checks_file import load_checks
from toolkit.probe import Outcome
from toolkit.shapes import Shape


def check(name, cell="cell", points=1.0, hidden=False, **judges) -> Check:
    return Check(lambda m, rng: {}, name, "Title", "m", cell, points, judges, hidden=hidden)


def written(outputs, checks=None, **others) -> bytes:
    shapes = others.pop("shapes", (Shape("f", "tuple", 2, 80),))
    content = expected.Expected(
        "tiny",
        {"cell": expected.Cell(("a",), 3.0, 1, 2.0)},
        {"a": Outcome(outputs, shapes=shapes)},
        {"a": {"late": Outcome(None, "crashed", "KeyError: 1"), "early": Outcome({"x": 1.0})}},
        others.pop("hints", {"early": "Look at the start.", "late": "Look at the end."}),
        others.pop("keeps", {}),
    )
    return expected.write(content, checks or {"a": check("a")})


def test_content_comes_back_as_it_was():
    outputs = {"x": np.arange(6.0).reshape(2, 3), "text": "mean", "pairs": [(1, None), {"k": True}]}
    content = expected.read(written(outputs))
    reference = content.references["a"]
    assert content.assignment == "tiny"
    assert content.cells == {"cell": expected.Cell(("a",), 3.0, 1, 2.0)}
    assert np.array_equal(reference.outputs["x"], outputs["x"])
    assert (reference.outputs["text"], reference.outputs["pairs"]) == ("mean", [(1, None), {"k": True}])
    assert reference.shapes == (Shape("f", "tuple", 2, 80),)
    assert content.mistakes["a"]["late"].message == "KeyError: 1"


def test_mistakes_keep_the_order_of_their_hints():
    for hints in ({"early": "1", "late": "2"}, {"late": "2", "early": "1"}):
        assert list(expected.read(written({"x": 1.0}, hints=hints)).mistakes["a"]) == list(hints)


def test_cpu_seconds_are_not_stored():
    judged = {"a": check("a", fast=faster(10, than="loops"), loops=info(), x=close())}
    outputs = expected.read(written({"fast": 0.1, "loops": 2.0, "x": 3.0}, judged)).references["a"].outputs
    assert dict(outputs) == {"fast": math.inf, "loops": math.inf, "x": 3.0}


def test_files_agree_up_to_a_tolerance():
    one = written({"x": np.array([1.0, 2.0])})
    assert expected.same(one, written({"x": np.array([1.0, 2.0 + 1e-9])}))
    assert not expected.same(one, written({"x": np.array([1.0, 2.1])}))
    assert not expected.same(one, written({"x": np.array([[1.0, 2.0]])}))
    assert not expected.same(one, written({"y": np.array([1.0, 2.0])}))
    assert not expected.same(
        one, written({"x": np.array([1.0, 2.0])}, hints={"early": "other", "late": "hints"})
    )
    assert not expected.same(one, written({"x": np.array([1.0, 2.0])}, shapes=()))
    assert not expected.same(one, written({"x": np.array([1.0, 2.0])}, keeps={"early": 0.9}))


def test_damaged_files_are_refused_in_one_line():
    whole = written({"x": np.arange(100.0)})
    rng = random.Random(0)
    damaged = [b"", b"not a zip file", whole[: len(whole) // 2], whole[:-30]]
    for _ in range(300):
        where = rng.randrange(len(whole))
        damaged.append(whole[:where] + bytes([whole[where] ^ (1 << rng.randrange(8))]) + whole[where + 1 :])
    refused = 0
    for data in damaged:
        try:
            expected.read(data)
        except ValueError as error:
            assert str(error).startswith("expected.npz cannot be read (")
            refused += 1
    assert refused > 100


def test_pickles_are_refused():
    stream = io.BytesIO()
    np.savez(stream, about=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="cannot be read"):
        expected.read(stream.getvalue())


def test_cells_sum_up_their_checks():
    checks = [
        check("a", "one", 2.0),
        check("b", "two", 1.0, hidden=True),
        check("c", "one", 0.5, hidden=True),
        check("d", "one", 0.25),
    ]
    assert expected.cells_of({c.name: c for c in checks}) == {
        "one": expected.Cell(("a", "d"), 2.75, 1, 0.5),
        "two": expected.Cell((), 1.0, 1, 1.0),
    }


def test_a_release_holds_public_outcomes_and_nothing_hidden(tmp_path):
    assignment = tiny(make_course(tmp_path))
    content = expected.read(public_expected(assignment))
    public = [name for name, c in load_checks(assignment.checks_path).items() if not c.hidden]
    assert list(content.references) == public == ["average", "spread"]
    assert content.cells["average"] == expected.Cell(("average",), 3.5, 1, 1.5)
    assert content.hints == {"wrong_axis": "The mean was taken along the wrong axis."}
    assert list(content.mistakes["average"]) == ["wrong_axis"]
    assert content.mistakes["spread"] == {}


def test_a_changed_reference_makes_a_release_stale(tmp_path):
    assignment = tiny(make_course(tmp_path))
    before = public_expected(assignment)
    assert expected.same(before, public_expected(assignment))
    edit(assignment.hidden / "reference" / "averages.py", "ordered[-1] - ordered[0]", "ordered[-1]")
    assert not expected.same(before, public_expected(assignment))
