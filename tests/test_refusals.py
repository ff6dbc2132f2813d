"""What would release something wrong is refused, with one clear line for each reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_course import MODULE, SOLUTION, contents, edit, make_course, notebook, write_notebook

from autograder.course import Course
from autograder.markers import ReleaseError
from autograder.release import release


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return make_course(tmp_path / "course")


def repeat_answer(course: Course) -> None:
    edit(course.source / "tiny/solution/given.py", "Return twice x.", "secret_totals = X.sum(axis=1)")


def add_cell(course: Course, **changes: object) -> None:
    content = notebook()
    content.cells[2].metadata["nbgrader"].update(changes)
    write_notebook(course.source / "tiny/tiny.ipynb", content)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            lambda c: edit(c.root / SOLUTION / "averages.py", "        ### END SOLUTION\n", ""),
            "averages.py:20: BEGIN SOLUTION within the SOLUTION region of line 12; end that first",
        ),
        (
            lambda c: edit(c.root / SOLUTION / "checks.py", "### END HIDDEN TESTS", "### end hidden tests"),
            "checks.py:18: BEGIN HIDDEN TESTS without END HIDDEN TESTS",
        ),
        (lambda c: (c.root / SOLUTION / "checks.py").write_text("x = ("), "checks.py:1: cannot be loaded"),
        (lambda c: (c.root / SOLUTION / "averages.py").write_bytes(b"\xff"), "averages.py: not UTF-8 text"),
        (
            lambda c: (c.hidden / "tiny/reference/averages.py").unlink(),
            "averages.py: has checks but no reference; write tiny/reference/averages.py",
        ),
        (
            lambda c: (c.source / "tiny/.notes").write_text("x"),
            ".notes: does not belong there; only *.ipynb and solution/*.py do",
        ),
        (
            lambda c: (c.source / "tiny/averages.py").write_text(MODULE),
            "averages.py: does not belong there",
        ),
        (lambda c: (c.source / "tiny/data").mkdir(), "data: does not belong there"),
        (
            lambda c: (c.root / SOLUTION / "data.csv").write_text("1"),
            "solution/data.csv: does not belong",
        ),
        (
            lambda c: (c.source / "tiny/more.ipynb").symlink_to(c.source / "tiny/tiny.ipynb"),
            "more.ipynb: is a link; only regular files can be released",
        ),
        (
            lambda c: add_cell(c, points=3),
            "tiny.ipynb, cell average: has 3 points, its checks together 3.5; write 3.5 into the cell",
        ),
        (
            lambda c: add_cell(c, grade_id="mean"),
            "checks.py: no notebook has an autograded code cell with the grade_id 'average'",
        ),
        (
            lambda c: add_cell(c, grade_id="mean"),
            "tiny.ipynb, cell mean: is autograded, but no check in checks.py belongs to it",
        ),
        (
            lambda c: add_cell(c, grade_id="spread"),
            "tiny.ipynb: 2 cells have the grade_id 'spread'; give each its own",
        ),
        (
            lambda c: write_notebook(c.source / "tiny/again.ipynb", notebook()),
            "again.ipynb and tiny.ipynb: 2 cells have the grade_id 'average'; give each its own",
        ),
        (
            lambda c: edit(c.root / SOLUTION / "checks.py", "points=1)", "points=1, data=True)"),
            "checks.py: spread is public and uses the data set; only hidden checks may",
        ),
        (
            lambda c: edit(c.root / SOLUTION / "checks.py", '"averages", points=1)', '"means", points=1)'),
            "checks.py: spread is on the module 'means', which solution/ does not hold",
        ),
        (
            lambda c: edit(c.source / "tiny/tiny.ipynb", '"id": "imports"', '"id": "intro"'),
            "tiny.ipynb: a cell has no id of its own; save it with JupyterLab 4",
        ),
        (
            lambda c: edit(c.source / "tiny/tiny.ipynb", '"nbformat_minor": 5', '"nbformat_minor": 4'),
            "tiny.ipynb: notebook format 4.4, expected 4.5; save it with JupyterLab 4",
        ),
        (lambda c: (c.source / "tiny/tiny.ipynb").write_text("{"), "tiny.ipynb: not a notebook"),
        (
            lambda c: edit(c.source / "tiny/tiny.ipynb", "Because the", "### begin solution\\nBecause the"),
            "tiny.ipynb, cell why:1: '### begin solution' is not a marker",
        ),
        (
            lambda c: edit(c.source / "tiny/tiny.ipynb", "from toolkit", "### BEGIN SOLUTION\\nfrom toolkit"),
            "tiny.ipynb, cell 2:1: BEGIN SOLUTION is out of place; nothing may be marked here",
        ),
        (lambda c: add_cell(c, schema_version=1), "tiny.ipynb: nbgrader refuses it: SchemaTooOldError"),
        (repeat_answer, "given.py: holds averages.py:13, which is not for students"),
        (
            lambda c: edit(c.root / SOLUTION / "checks.py", "(3, 4)", "(300_000, 4)"),
            "expected.npz: ",
        ),
        (
            lambda c: edit(c.hidden / "tiny/reference/averages.py", "def spread", "def range_of"),
            "check spread of tiny fails on the reference",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_one_clear_line(
    course: Course, spoil: Callable[[Course], object], problem: str
) -> None:
    spoil(course)
    with pytest.raises(ReleaseError) as caught:
        release(course, ["tiny"])
    assert any(found.removeprefix("tiny/").startswith(problem) for found in caught.value.problems), (
        caught.value
    )
    assert all("\n" not in found for found in caught.value.problems)
    assert not course.assignments.exists()


def test_all_problems_are_reported_together(course: Course) -> None:
    edit(course.root / SOLUTION / "averages.py", "        ### END SOLUTION\n", "")
    edit(course.root / SOLUTION / "checks.py", "points=1)", "points=1, data=True)")
    (course.source / "tiny" / "notes.txt").write_text("x")
    add_cell(course, points=3)
    with pytest.raises(ReleaseError) as caught:
        release(course, [])
    assert len(caught.value.problems) == 4


def test_a_refused_release_leaves_the_old_one(course: Course) -> None:
    release(course, [])
    before = contents(course.assignments)
    repeat_answer(course)
    with pytest.raises(ReleaseError):
        release(course, [])
    assert contents(course.assignments) == before
