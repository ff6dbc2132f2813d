"""`check` in a student's folder: right, wrong and why, and never a traceback of ours."""

import os
import re
import shutil
import time

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from tiny_course import MODULE, REFERENCE, edit, make_course, tiny

from autograder.references import public_expected
from toolkit import check, compare
from toolkit.checks_file import public_part
from toolkit.notebook import CheckFailed, Passed

WRONG_AXIS = MODULE.replace("X.sum(axis=1)", "X.sum(axis=0)").replace("/ X.shape[1]", "/ X.shape[0]")
STUB = """
class Averager:
    def average(self, X):
        raise NotImplementedError("Implement Averager.average in averages.py")
"""


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory):
    """The student's copy of the tiny assignment, with the answers in it."""
    assignment = tiny(make_course(tmp_path_factory.mktemp("course")))
    folder = tmp_path_factory.mktemp("student")
    (folder / "averages.py").write_text(MODULE)
    (folder / "checks.py").write_text(public_part(assignment.checks_path.read_text()))
    (folder / "expected.npz").write_bytes(public_expected(assignment))
    return folder


@pytest.fixture
def folder(handed_out, tmp_path, monkeypatch):
    copy = shutil.copytree(handed_out, tmp_path / "tiny")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture(scope="module")
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def failed(cell: str) -> str:
    with pytest.raises(CheckFailed) as caught:
        check(cell)
    return str(caught.value)


def test_right_answers_pass_and_hidden_checks_are_counted(folder):
    report = check("average")
    assert isinstance(report, Passed)
    text = repr(report)
    assert "average: 1 of 1 checks passed" in text
    assert "✓ right  Mean of each row (2 points)" in text
    assert "When your work is graded, 1 more check runs (1.5 points)" in text
    assert "There are no hidden checks" in repr(check("spread"))


def test_the_table_of_a_notebook_is_html_with_everything_escaped(folder):
    edit(folder / "averages.py", "return means", "print('<script>x</script>')\n        return means")
    page = check("average")._repr_html_()
    assert "<table>" in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_wrong_answers_show_what_differs(folder):
    edit(folder / "averages.py", "return means", "return means + 1")
    text = failed("average")
    assert "average: 0 of 1 checks passed" in text
    assert "✗ differs  Mean of each row" in text
    assert "means: 3 of 3 entries differ; worst at index" in text
    assert "Why:" not in text


def test_a_known_mistake_is_explained(folder):
    (folder / "averages.py").write_text(WRONG_AXIS)
    assert "Why: The mean was taken along the wrong axis." in failed("average")


def test_a_stub_says_what_to_implement(folder):
    (folder / "averages.py").write_text(STUB)
    text = failed("average")
    assert "○ not implemented yet" in text
    assert "Implement Averager.average in averages.py" in text
    assert "not_implemented" not in text


def test_every_call_takes_the_module_as_saved_now(folder):
    (folder / "averages.py").write_text(STUB)
    failed("average")
    (folder / "averages.py").write_text(REFERENCE)
    assert isinstance(check("average"), Passed)


def test_prints_are_shown_and_bounded(folder):
    edit(
        folder / "averages.py",
        "return means",
        "print('shape', X.shape, 'y' * 10**6)\n        return means + 1",
    )
    text = failed("average")
    assert "printed: shape (3, 4)" in text
    assert len(text) < 2_000


def test_prints_keep_their_lines_and_lose_their_colours(folder):
    loop = "for i in range(50):\n            print('\\x1b[32mrow\\x1b[0m', i)\n        return means"
    edit(folder / "averages.py", "return means", loop)
    lines = repr(check("average")).splitlines()
    assert "    printed: row 0" in lines
    assert "    row 9" in lines
    assert "    row 10" not in lines


def test_a_message_is_said_once(folder):
    (folder / "averages.py").write_text(STUB)
    assert failed("average").count("Implement Averager.average in averages.py") == 1


@pytest.mark.parametrize("line", ["import scipy.stats", "from tqdm import tqdm", "from own import f"])
def test_an_import_that_fails_when_graded_is_warned_of_beside_a_passed_check(folder, line):
    (folder / "own.py").write_text("f = 1\n")
    (folder / "averages.py").write_text(f"{line}\n{MODULE}")
    report = check("average")
    assert "which is missing when your work is graded" in repr(report)
    assert "which is missing when your work is graded" in report._repr_html_()
    (folder / "averages.py").write_text(f"from collections import Counter\nimport toolkit\n{MODULE}")
    assert "missing when your work" not in repr(check("average"))


def test_a_failing_check_says_when_the_module_was_saved(folder):
    edit(folder / "averages.py", "return means", "return means + 1")
    hour_ago = time.time() - 3_600
    os.utime(folder / "averages.py", (hour_ago, hour_ago))
    assert "averages.py was saved 60 minutes ago" in failed("average")
    (folder / "averages.py").write_text(MODULE)
    assert "saved" not in repr(check("average"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("def spread(X):", "def spread(X:"), "SyntaxError"),
        (("return means", "return mean"), "NameError: name 'mean' is not defined"),
        (("return means", "return None"), "average returned None, expected an array or number"),
        (("return means", "return means, 1"), "average returned a tuple of 2 values"),
        (("return means", "raise SystemExit"), "SystemExit"),
        (("def average(", "def mean("), "Averager has no average"),
    ],
)
def test_broken_modules_are_a_row_of_the_table(folder, change, said):
    edit(folder / "averages.py", *change)
    assert said in failed("average")


def test_a_missing_module_is_named(folder):
    (folder / "averages.py").unlink()
    assert "averages.py is missing" in failed("average")


def test_an_unknown_name_suggests_a_known_one(folder):
    assert "there is no check 'avrage': did you mean 'average'?" in failed("avrage")
    assert "there is no check 'qqq': choose from average, spread" in failed("qqq")
    assert "did you mean 'average'?" in failed("Averager.average")
    assert "did you mean 'spread'?" in failed("pre")
    assert failed(np.mean) == 'give the name in quotation marks: check("mean")'


def test_an_unusable_folder_is_one_line(folder, monkeypatch):
    (folder / "expected.npz").write_bytes(b"damaged")
    assert failed("average").startswith("expected.npz cannot be read")
    (folder / "expected.npz").unlink()
    assert "expected.npz is missing: open the notebook in its own folder" in failed("average")
    monkeypatch.chdir("/")
    assert "checks.py is missing" in failed("average")


def test_edited_checks_are_one_line(folder):
    checks = folder / "checks.py"
    text = checks.read_text()
    checks.write_text(text.replace("def average(", "def renamed("))
    assert failed("average") == "checks.py has no check average: copy it again from the hand-out"
    checks.write_text(text + "\n1/0\n")
    assert failed("average") == "division by zero"


def test_an_author_checks_in_the_source_folder(tmp_path, monkeypatch):
    course = make_course(tmp_path)
    release = course.assignments / "tiny"
    release.mkdir(parents=True)
    (release / "expected.npz").write_bytes(public_expected(tiny(course)))
    monkeypatch.chdir(course.source / "tiny")
    assert isinstance(check("average"), Passed)


def test_the_modules_of_the_notebook_stay_its_own(folder, monkeypatch):
    monkeypatch.syspath_prepend(str(folder))
    import averages

    averages.marked = True
    check("average")
    import averages as again

    assert again is averages
    assert again.marked


def test_the_interrupt_button_is_no_traceback(folder):
    edit(folder / "averages.py", "return means", "raise KeyboardInterrupt")
    assert failed("average") == "average: stopped by you before the checks ended"


def run_cell(shell, code: str, capsys) -> str:
    shell.run_cell("%colors nocolor\nfrom toolkit import check", store_history=False)
    capsys.readouterr()
    shell.run_cell(code, store_history=False)
    return plain(capsys.readouterr().out)


@pytest.mark.parametrize("code", ['check("average")', "check('avrage')"])
def test_a_notebook_shows_the_table_and_no_frame_of_ours(folder, shell, capsys, code):
    (folder / "averages.py").write_text(WRONG_AXIS)
    shown = run_cell(shell, code, capsys)
    assert ("0 of 1 checks passed" in shown) or ("there is no check" in shown)
    for word in ("Traceback", "toolkit", "notebook.py", "CheckFailed", "probe"):
        assert word not in shown


def test_a_notebook_shows_the_lines_of_the_student_own_code(folder, shell, capsys):
    edit(folder / "averages.py", "return means", "return means[7]")
    shown = run_cell(shell, 'check("average")', capsys)
    assert "IndexError: index 7 is out of bounds" in shown
    assert re.search(r"averages\.py:\d+ in average: return means\[7\]", shown)
    assert "module.py" not in shown and "host.py" not in shown


def test_a_notebook_shows_the_report_when_all_is_right(folder, shell, capsys):
    assert "1 of 1 checks passed" in run_cell(shell, 'check("average")', capsys)


def test_compare_says_in_one_line_whether_arrays_agree():
    assert compare([1.0, 2.0], [1.0, 2.0]) == "values: equal; largest difference 0"
    assert compare([1.0, 2.5], [1.0, 2.0], name="dW").startswith(
        "dW: 1 of 2 entries differ; worst at index 1"
    )
    assert compare([np.inf, np.nan, 1], [np.inf, np.nan, 1]) == "values: equal; largest difference 0"
    assert compare([], []) == "values: equal; largest difference 0"
    assert compare([[1.0, 2.0]], [1.0, 2.0]) == "values: shape (1, 2), expected (2,)"
