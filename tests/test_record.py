"""The gradebook and the autograded notebooks: nbgrader's where it is right, sound where it is not."""

import copy
import datetime
import json
import shutil
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties, OverwriteCells, SaveAutoGrades
from nbgrader.utils import determine_grade
from released_course import PNG, check_results, hand_in, make_released_course, result_of, student_notebook

from autograder import record as recording
from autograder.collecting.collect import collect
from autograder.collecting.student_notebook import StudentCell
from autograder.course import Course
from autograder.gradebook import RecordError
from autograder.matching import ReleasedCell, in_order
from autograder.record import record, recorded


@pytest.fixture
def course(tmp_path, new_gradebook):
    return make_released_course(tmp_path / "course", new_gradebook)


def autograded(course, student="ada"):
    return nbformat.read(course.autograded / student / "tiny" / "tiny.ipynb", as_version=4)


def cell(notebook, grade_id):
    (found,) = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id]
    return found


def answered(course, text="My answer."):
    notebook = student_notebook(course)
    cell(notebook, "why").source = text
    return notebook


def rows(course, student="ada"):
    """Return everything the gradebook says of a submission, without row ids."""
    with Gradebook(course.gradebook_url) as gradebook:
        submission = gradebook.find_submission("tiny", student)
        keys = ("name", "auto_score", "manual_score", "extra_credit", "max_score", "needs_manual_grade")
        grades = [[getattr(g, key) for key in keys] for n in submission.notebooks for g in n.grades]
        comments = [
            [c.name, c.auto_comment, c.manual_comment] for n in submission.notebooks for c in n.comments
        ]
        penalties = [n.late_submission_penalty for n in submission.notebooks]
        return {"grades": sorted(grades), "comments": comments, "late": penalties, "score": submission.score}


def record_of(course, notebook=None, student="ada", **scores):
    submission = hand_in(course, notebook, student)
    result = result_of(submission, check_results(**scores))
    assert record(course, submission, result)
    return submission, result


def test_check_cells_have_the_score_of_their_checks(course):
    record_of(course, answered(course), average=1.5, average_of_one_column=1.0, spread=1.0)
    grades = {name: (auto, needed) for name, auto, *_, needed in rows(course)["grades"]}
    assert grades == {"average": (2.5, False), "spread": (1.0, False), "why": (None, True)}


@pytest.mark.parametrize("answer", [None, "My answer."])
@pytest.mark.parametrize("manual_score", [None, 1.25])
@pytest.mark.parametrize("late", [False, True])
def test_rows_equal_those_of_nbgraders_own_preprocessors(course, answer, manual_score, late):
    course.config.LateSubmissionPlugin.penalty_method = "zero"
    notebook = answered(course, answer) if answer else student_notebook(course)
    hand_in(course, notebook, timestamp="2026-03-02 00:00:00 UTC")
    record_of(course, notebook, average=1.5, spread=0.5)
    with Gradebook(course.gradebook_url) as gradebook:
        gradebook.update_or_create_assignment("tiny", duedate=datetime.datetime(2026, 3, 1 if late else 3))
        gradebook.find_grade("average", "tiny", "tiny", "ada").manual_score = manual_score
        gradebook.find_comment("why", "tiny", "tiny", "ada").manual_comment = "Well put."
        gradebook.db.commit()
    record_of(course, notebook, average=1.5, spread=0.5)
    ours = rows(course)
    _run_stock_preprocessors(course)
    assert rows(course) == ours
    assert ours["late"] == [ours["score"] if late else None]
    assert ours["comments"] == [["why", None if answer else "No response.", "Well put."]]


def _run_stock_preprocessors(course):
    names = {"notebook": "tiny", "assignment": "tiny", "student": "ada", "db_url": course.gradebook_url}
    notebook, resources = autograded(course), {"nbgrader": names}
    for step in (OverwriteCells, SaveAutoGrades, AssignLatePenalties):
        notebook, resources = step(config=course.config).preprocess(notebook, resources)


@pytest.mark.parametrize("score", [0.0, 0.5, 3.5, 99.0, -1.0])
def test_a_value_beyond_the_maximum_is_clamped_and_nbgrader_reads_the_same_score(course, score):
    record_of(course, average=score)
    auto = dict((name, auto) for name, auto, *_ in rows(course)["grades"])["average"]
    assert auto == min(max(score, 0.0), 3.5)
    if 0 <= score <= 3.5:
        assert determine_grade(cell(autograded(course), "average")) == (score, 3.5)


def test_a_missing_notebook_scores_its_checks_and_waits_for_nobody(course):
    submission = hand_in(course, None)
    assert record(course, submission, result_of(submission, check_results(average=2.0)))
    grades = {name: (auto, needed) for name, auto, *_, needed in rows(course)["grades"]}
    assert grades == {"average": (2.0, False), "spread": (0.0, False), "why": (0.0, False)}
    assert cell(autograded(course), "why").source == "YOUR ANSWER HERE"


def test_an_unreadable_notebook_is_left_to_a_person(course):
    hand_in(course, None)
    folder = course.submitted / "ada" / "tiny"
    (folder / "tiny.ipynb").write_text("{ broken")
    submission = collect(folder, course.assignment("tiny"))
    assert record(course, submission, result_of(submission, check_results(average=2.0)))
    assert ["why", None, None, None, 2.0, True] in rows(course)["grades"]
    assert rows(course)["comments"] == [["why", "The submitted notebook could not be read.", None]]
    assert "tiny.ipynb: not a notebook" in autograded(course).cells[0].source


def test_what_people_entered_survives_a_new_grade(course):
    record_of(course, answered(course), average=1.0)
    with Gradebook(course.gradebook_url) as gradebook:
        grade = gradebook.find_grade("why", "tiny", "tiny", "ada")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 1.5, 0.5, False
        gradebook.db.commit()
    record_of(course, answered(course, "Another answer."), average=3.5)
    assert rows(course)["score"] == 3.5 + 1.5 + 0.5
    assert ["why", None, 1.5, 0.5, 2.0, True] in rows(course)["grades"]


def test_a_grader_error_leaves_the_previous_grade_and_notebook_alone(course):
    record_of(course, answered(course), average=3.5)
    before = rows(course), autograded(course)
    submission = hand_in(course, answered(course, "New."))
    broken = result_of(submission, check_results(status="grader_error"))
    assert not record(course, submission, broken)
    assert (rows(course), autograded(course)) == before
    assert not recorded(course, "ada", "tiny", broken)


def test_recorded_says_whether_exactly_this_result_is_in_place(course):
    submission, result = record_of(course, answered(course), average=1.0)
    assert recorded(course, "ada", "tiny", result)
    assert not recorded(course, "ada", "tiny", result_of(submission, check_results(average=2.0)))
    assert not recorded(course, "ada", "tiny", result, "2026-01-01T00:00:00")
    assert not recorded(course, "eve", "tiny", result)
    gradebook = course.root / "gradebook.db"
    gradebook.rename(course.root / "old.db")
    assert not recorded(course, "ada", "tiny", result)
    shutil.copy(course.root / "old.db", gradebook)
    assert not recorded(course, "ada", "tiny", result)
    (course.root / "old.db").rename(gradebook)
    assert recorded(course, "ada", "tiny", result)
    released = course.assignments / "tiny" / "tiny.ipynb"
    released.write_text(released.read_text().replace("Read this", "Read that"))
    assert not recorded(course, "ada", "tiny", result)


@pytest.mark.parametrize("step", ["_write", "_penalize", "write_atomically"])
def test_a_run_killed_at_any_step_is_recorded_again_and_never_half_graded(course, monkeypatch, step):
    record_of(course, answered(course), average=1.0)
    submission = hand_in(course, answered(course, "New."))
    result = result_of(submission, check_results(average=3.0))

    def killed(*_):
        raise KeyboardInterrupt

    before = rows(course)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(recording, step, killed)
        record(course, submission, result)
    assert not recorded(course, "ada", "tiny", result)
    assert rows(course)["score"] in (before["score"], 3.0)
    assert record(course, submission, result)
    assert recorded(course, "ada", "tiny", result)
    assert rows(course)["score"] == 3.0
    assert cell(autograded(course), "why").source == "New."


def _record_several(root, first):
    course = Course(root)
    for number in range(first, first + 6):
        record_of(course, answered(course), student=f"student{number}", average=1.0)


@pytest.mark.slow
def test_several_processes_may_record_at_once(course):
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        list(executor.map(_record_several, [course.root] * 2, [0, 3]))
    assert [rows(course, f"student{number}")["score"] for number in range(9)] == [1.0] * 9


def test_autograded_files_are_read_only_and_replaced_when_graded_again(course):
    record_of(course, answered(course))
    folder = course.autograded / "ada" / "tiny"
    (folder / "left_over.py").write_text("")
    hand_in(course, answered(course), timestamp="2026-03-02 00:00:00 UTC")
    record_of(course, answered(course, "Again."))
    assert {p.name for p in folder.iterdir()} == {
        "averages.py",
        "given.py",
        "tiny.ipynb",
        "timestamp.txt",
        ".recorded",
    }
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir() if p.name != ".recorded"} == {0o444}
    assert cell(autograded(course), "why").source == "Again."


def test_changed_points_reach_the_gradebook(course):
    record_of(course, answered(course), average=3.5)
    for folder in (course.source, course.assignments):
        path = folder / "tiny" / "tiny.ipynb"
        path.write_text(path.read_text().replace('"points": 3.5', '"points": 7'))
    record_of(course, answered(course), average=6.0)
    assert ["average", 6.0, None, None, 7.0, False] in rows(course)["grades"]


def test_a_release_that_does_not_fit_the_source_is_one_line(course):
    path = course.source / "tiny" / "tiny.ipynb"
    path.write_text(path.read_text().replace('"points": 3.5', '"points": 7'))
    with pytest.raises(RecordError, match="differ in tiny/average; run `autograder release tiny`"):
        record_of(course, answered(course))


def test_a_missing_release_is_one_line(course):
    (course.assignments / "tiny" / "tiny.ipynb").unlink()
    with pytest.raises(RecordError, match=r"tiny.ipynb is missing; run `autograder release tiny`"):
        record_of(course)


def test_a_copied_graded_cell_counts_once_and_the_edited_copy_is_kept(course):
    notebook = answered(course)
    twin = copy.deepcopy(cell(notebook, "why"))
    twin.update(source="YOUR ANSWER HERE", id="twin")
    notebook.cells += [copy.deepcopy(cell(notebook, "average")), twin]
    notebook.cells[-2].id = "other"
    record_of(course, notebook, average=1.0)
    assert cell(autograded(course), "why").source == "My answer."
    assert len(cell(autograded(course), "average").outputs) == 2
    assert len(rows(course)["grades"]) == 3


def test_deleted_cells_come_back_in_their_place(course):
    notebook = answered(course)
    notebook.cells = [c for c in notebook.cells if c.id not in ("c-average", "c-spread", "why")]
    record_of(course, notebook, average=2.0)
    assert [c.source for c in autograded(course).cells[2:]] == [
        'check("average")',
        'check("spread")',
        "YOUR ANSWER HERE",
    ]
    assert ["why", 0.0, None, None, 2.0, False] in rows(course)["grades"]
    assert ["average", 2.0, None, None, 3.5, False] in rows(course)["grades"]


@pytest.mark.parametrize("keep_ids", [True, False])
def test_stripped_metadata_does_not_lose_the_answer(course, keep_ids):
    notebook = answered(course)
    for number, each in enumerate(notebook.cells):
        each.metadata = {}
        each.id = each.id if keep_ids else f"new-{number}"
    record_of(course, notebook, average=2.0)
    assert cell(autograded(course), "why").source == "My answer."
    assert len(autograded(course).cells) == len(notebook.cells)
    assert ["why", None, None, None, 2.0, True] in rows(course)["grades"]


def test_stripped_answers_are_not_mixed_up():
    def released(grade_id, source):
        meta = {"nbgrader": {"grade_id": grade_id, "grade": True, "solution": True}} if grade_id else {}
        return ReleasedCell({"cell_type": "markdown", "metadata": meta, "source": source})

    stub = "YOUR ANSWER HERE"
    pairs = [("", "Question 1"), ("one", stub), ("", "Question 2"), ("two", stub), ("three", stub)]
    sources = ["My notes", "Question 1", "First.", "Question 2", stub, "Third."]
    student = [StudentCell("markdown", source) for source in sources]
    sequence = in_order([released(*pair) for pair in pairs], student)
    owners = {own.source: cell.grade_id for cell, own in sequence if cell}
    assert owners == {"Question 1": "", "First.": "one", "Question 2": "", stub: "two", "Third.": "three"}


@pytest.mark.parametrize(
    "change",
    [
        {"grade_id": "mine"},
        {"points": 100},
        {"checksum": "0"},
        {"grade": False},
        {"locked": True},
        {"task": 3},
    ],
)
def test_changed_metadata_changes_nothing(course, change):
    notebook = answered(course)
    cell(notebook, "why").metadata.nbgrader.update(change)
    record_of(course, notebook, average=2.0)
    assert cell(autograded(course), "why").source == "My answer."
    assert (
        cell(autograded(course), "why").metadata.nbgrader
        == cell(student_notebook(course), "why").metadata.nbgrader
    )
    assert ["why", None, None, None, 2.0, True] in rows(course)["grades"]


def test_locked_cells_have_the_releases_text_and_answers_the_releases_type(course):
    notebook = answered(course)
    cell(notebook, "average").source = "print(3.5)"
    notebook.cells[-1] = nbformat.v4.new_code_cell("My answer.", metadata=cell(notebook, "why").metadata)
    record_of(course, notebook, average=0.0)
    assert cell(autograded(course), "average").source == 'check("average")'
    assert cell(autograded(course), "why").cell_type == "markdown"
    assert cell(autograded(course), "why").source == "My answer."


def test_what_a_students_notebook_says_in_a_check_cell_earns_nothing(course):
    notebook = answered(course)
    forged = nbformat.v4.new_output("execute_result", {"text/plain": "3.5"})
    cell(notebook, "average").outputs = [forged]
    record_of(course, notebook, average=0.5)
    assert determine_grade(cell(autograded(course), "average")) == (0.5, 3.5)


def test_plots_and_written_answers_survive(course):
    notebook = answered(course, "See ![plot](attachment:plot.png).")
    cell(notebook, "why").attachments = {"plot.png": {"image/png": PNG}}
    notebook.cells[1].outputs = [
        nbformat.v4.new_output("display_data", {"image/png": PNG, "text/html": "<b>"})
    ]
    record_of(course, notebook)
    assert cell(autograded(course), "why").attachments == {"plot.png": {"image/png": PNG}}
    assert autograded(course).cells[1].outputs[0].data == {"image/png": PNG}


def test_the_written_notebook_is_valid_whatever_was_handed_in(course):
    notebook = json.loads(nbformat.writes(answered(course)))
    notebook["cells"] += [
        {"cell_type": "evil", "source": 3, "outputs": 4},
        {"source": ["x"], "metadata": 3},
        {},
    ]
    notebook["metadata"] = {"kernelspec": {"name": "cobol"}, "widgets": {"x": "</script>"}}
    record_of(course, notebook)
    nbformat.validate(autograded(course))
    assert autograded(course).metadata.kernelspec.name == "python3"
    assert "widgets" not in autograded(course).metadata


def test_a_hidden_check_shows_its_title_status_points_and_hint_only(course):
    record_of(course, answered(course), message="expected <2>, got 5", hint="The wrong axis.")
    table = cell(autograded(course), "average").outputs[0].data
    assert table["text/plain"].count("expected <2>, got 5") == 1
    assert table["text/html"].count("expected &lt;2&gt;, got 5") == 1
    assert table["text/html"].count("The wrong axis.") == 2
    assert "One column (hidden check)" in table["text/html"]
