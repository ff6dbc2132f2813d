"""Markers are found exactly, refused when wrong, and stubs stay valid modules."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.markers import HIDDEN_TESTS, MARK_SCHEME, SOLUTION, ReleaseError, find_regions, outside
from autograder.solved import solved_module
from autograder.stubs import stub_module


def problems(text: str, kinds: tuple[str, ...] = (SOLUTION,), code: bool = True) -> tuple[str, ...]:
    with pytest.raises(ReleaseError) as caught:
        find_regions(text, "k.py", kinds, code)
    return caught.value.problems


def refused(source: str) -> str:
    with pytest.raises(ReleaseError) as caught:
        stub_module(textwrap.dedent(source), "k.py")
    return str(caught.value)


def test_regions_are_found_with_their_lines() -> None:
    text = "a\n### BEGIN SOLUTION\nb\n### END SOLUTION\nc\n"
    (region,) = find_regions(text, "k.py", [SOLUTION])
    assert (region.begin, region.end, region.lines(text)) == (2, 4, ["b"])
    assert outside(text, [region]) == ["a", "c", ""]


def test_mark_schemes_may_be_written_as_nbgrader_inserts_them() -> None:
    text = "=== BEGIN MARK SCHEME ===\nb\n=== END MARK SCHEME ===\n"
    (region,) = find_regions(text, "k.ipynb", [MARK_SCHEME], code=False)
    assert region.lines(text) == ["b"]


def test_a_heading_is_no_marker_in_markdown_only() -> None:
    assert find_regions("### Ties\n", "k.ipynb", [SOLUTION], code=False) == []
    assert "'### Ties' is not a marker" in problems("### Ties\n")[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\n### END SOLUTION\n", "k.py:2: END SOLUTION without BEGIN SOLUTION"),
        ("a\n### BEGIN SOLUTION\n", "k.py:2: BEGIN SOLUTION without END SOLUTION"),
        (
            "### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION\n",
            "k.py:2: BEGIN SOLUTION within the SOLUTION region of line 1; end that first",
        ),
        (
            "  ### BEGIN SOLUTION\n    ### END SOLUTION\n",
            "k.py:2: END SOLUTION is indented by 4, its BEGIN in line 1 by 2; indent both alike",
        ),
        (
            "### BEGIN HIDDEN TESTS\n",
            "k.py:1: BEGIN HIDDEN TESTS is out of place; only SOLUTION may be marked here",
        ),
    ],
)
def test_unbalanced_markers_are_named_with_file_and_line(text: str, problem: str) -> None:
    assert problem in problems(text)


@pytest.mark.parametrize(
    "line",
    [
        "### begin solution",
        "### Begin Solution",
        "###BEGIN SOLUTION",
        "## BEGIN SOLUTION",
        "#### BEGIN SOLUTION",
        "# END SOLUTION",
        "x = 1  ### BEGIN SOLUTION",
        "### BEGIN SOLUTIONS",
        "### BEGIN SOLUTON",
        "### BEGIN  SOLUTION",
        "### END HIDDEN TEST",
        "### BEGIN SOLUTION ###",
        "### BEGIN_SOLUTION",
        "=== BEGIN HIDDEN TESTS ===",
        "### BEGIN MARKING SCHEME",
    ],
)
def test_lookalikes_are_refused(line: str) -> None:
    found = problems(line, (SOLUTION, HIDDEN_TESTS, MARK_SCHEME))
    assert found[0].startswith("k.py:1: ") and "is not a marker" in found[0]


def test_every_problem_of_a_file_is_reported() -> None:
    assert len(problems("### END SOLUTION\n### begin solution\n### BEGIN SOLUTION\n")) == 3


MODULE = '''\
class Net:
    def loss(self, X):
        """Return the loss."""
        scores = X
        for i in range(3):
            ### BEGIN SOLUTION
            scores = scores + i  # the answer
            if i:
                scores *= 2
            ### END SOLUTION
        return scores

    async def train(self):
        ### BEGIN SOLUTION
        def inner():
            """Of the answer."""
        inner()
        ### END SOLUTION


def outer():
    def inner():
        ### BEGIN SOLUTION
        return 1
        ### END SOLUTION
    return inner
'''


def test_stub_raises_with_the_qualified_name() -> None:
    stub = stub_module(MODULE, "net.py")
    assert '            raise NotImplementedError("Implement Net.loss in net.py")\n        return sc' in stub
    assert '"Implement Net.train in net.py"' in stub
    assert '"Implement outer.inner in net.py"' in stub
    assert "answer" not in stub and "SOLUTION" not in stub


def test_solved_module_is_the_source_without_markers() -> None:
    lines = [line for line in MODULE.split("\n") if "###" not in line]
    assert solved_module(MODULE, "net.py") == "\n".join(lines)


def test_module_without_region_is_given_as_it_is() -> None:
    source = '"""Given."""\n\n\ndef f():\n    return 1\n'
    assert stub_module(source, "k.py") == source


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            "### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n",
            "k.py:1: this SOLUTION region is not within one def",
        ),
        (
            'def f():\n    ### BEGIN SOLUTION\n    """Doc."""\n    return 1\n    ### END SOLUTION\n',
            "k.py:2: this SOLUTION region covers the docstring of f",
        ),
        (
            "def f():\n    x = [\n    ### BEGIN SOLUTION\n    1,\n    ### END SOLUTION\n    ]\n",
            "k.py:3: this SOLUTION region holds no statement",
        ),
        (
            "def f():\n    ### BEGIN SOLUTION\n    x = [\n    1,\n    ### END SOLUTION\n    ]\n",
            "k.py:2: this SOLUTION region cuts a statement in two",
        ),
        (
            "def f():\n    for i in []:\n        ### BEGIN SOLUTION\n        pass\n    x = 1\n"
            "        ### END SOLUTION\n",
            "k.py:3: this SOLUTION region cuts a statement in two",
        ),
        (
            "def f():\n  ### BEGIN SOLUTION\n    return 1\n  ### END SOLUTION\n",
            "k.py:2: this SOLUTION region is indented by 2, its first statement by 4",
        ),
        (
            "def f():\n    ### BEGIN SOLUTION\n    return 1\ndef g():\n    return 2\n    ### END SOLUTION\n",
            "k.py:2: this SOLUTION region is not within one def",
        ),
        (
            "def f():\n    ### BEGIN SOLUTION\n    # later\n    ### END SOLUTION\n    return 1\n",
            "k.py:2: this SOLUTION region holds no statement",
        ),
        ("def f(:\n", "k.py:1: not valid Python"),
    ],
)
def test_regions_that_would_break_the_stub_are_refused(source: str, problem: str) -> None:
    assert problem in refused(source)


def test_stub_that_would_not_compile_is_refused() -> None:
    source = """\
        def f():
            try:
                pass
            ### BEGIN SOLUTION
            except ValueError:
                return 1
            ### END SOLUTION
    """
    assert "k.py" in refused(source)


BLOCKS = st.lists(st.sampled_from(["x = 1", "y = 2", "if x:\n    y = x", "print(y)"]), min_size=1, max_size=5)


@given(BLOCKS, st.data())
def test_no_line_of_a_region_survives_and_the_rest_is_kept(blocks: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(blocks) - 1))
    end = data.draw(st.integers(begin, len(blocks) - 1))
    before, answer, after = blocks[:begin], blocks[begin : end + 1], blocks[end + 1 :]
    marked = [*before, "### BEGIN SOLUTION", *answer, "### END SOLUTION", *after]
    source = "def f(x, y):\n" + textwrap.indent("\n".join(marked), "    ")
    kept = [*before, 'raise NotImplementedError("Implement f in k.py")', *after]
    assert stub_module(source, "k.py") == "def f(x, y):\n" + textwrap.indent("\n".join(kept), "    ")
