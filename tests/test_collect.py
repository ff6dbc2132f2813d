"""Reading a submission: only declared regular files are read, and nothing in it is followed."""

import json
import os
import socket

import pytest
from tiny_course import make_course

from autograder.collect import MODULE_LIMIT, SubmissionError, collect, digest, read_timestamp
from autograder.student_notebook import NotebookError, read_cells

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


@pytest.fixture
def assignment(tmp_path):
    return make_course(tmp_path / "course").assignment("tiny")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "submitted" / "ada" / "tiny"
    folder.mkdir(parents=True)
    (folder / "averages.py").write_text("x = 1\n")
    (folder / "given.py").write_text("y = 2\n")
    (folder / "tiny.ipynb").write_text(notebook())
    return folder


def notebook(*cells, **changes):
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **changes})


def markdown(source, **more):
    return {"cell_type": "markdown", "metadata": {}, "source": source, **more}


def code(*outputs):
    return {
        "cell_type": "code",
        "metadata": {},
        "source": "x",
        "outputs": list(outputs),
        "execution_count": 3,
    }


def test_declared_files_are_read_as_bytes(assignment, folder):
    submission = collect(folder, assignment)
    assert submission.student == "ada"
    assert submission.files == {"averages.py": b"x = 1\n", "given.py": b"y = 2\n"}
    assert list(submission.notebooks) == ["tiny.ipynb"]
    assert (submission.problems, submission.timestamp) == ((), None)


def test_the_digest_depends_on_names_and_contents_only(assignment, folder):
    before = collect(folder, assignment).digest
    os.utime(folder / "averages.py", (0, 0))
    (folder / "notes.txt").write_text("mine")
    assert collect(folder, assignment).digest == before
    (folder / "averages.py").write_text("x = 2\n")
    assert collect(folder, assignment).digest != before
    assert digest({"a": b"bc"}) != digest({"ab": b"c"})


def test_what_the_release_contains_is_not_mentioned_and_other_files_are(assignment, folder):
    (folder / "toolkit").mkdir()
    for name in ("checks.py", "expected.npz", "requirements.txt", ".DS_Store", "a\nb.txt", "solution.py"):
        (folder / name).write_text("")
    assert collect(folder, assignment).problems == ("not looked at: 'a\\nb.txt', solution.py",)


def test_thousands_of_files_are_one_line(assignment, folder):
    for number in range(400):
        (folder / f"{number}.dat").write_text("")
    submission = collect(folder, assignment)
    assert submission.problems == (
        "more than 300 files; only averages.py, given.py, tiny.ipynb are looked at",
    )
    assert len(submission.files) == 2


def test_a_link_in_a_submission_is_not_followed(assignment, folder, tmp_path):
    (tmp_path / "secret").write_text("do not read me")
    (folder / "averages.py").unlink()
    (folder / "averages.py").symlink_to(tmp_path / "secret")
    (folder / "timestamp.txt").symlink_to(tmp_path / "secret")
    submission = collect(folder, assignment)
    assert list(submission.files) == ["given.py"]
    assert [line.split(":")[0] for line in submission.problems] == ["averages.py", "timestamp.txt"]
    assert "not a regular file" in submission.problems[0]


def test_a_link_in_place_of_the_folder_is_refused(assignment, folder):
    link = folder.parent.parent / "eve" / "tiny"
    link.parent.mkdir()
    link.symlink_to(folder)
    with pytest.raises(SubmissionError, match="links are not followed"):
        collect(link, assignment)


@pytest.mark.parametrize(
    "make", [os.mkfifo, os.mkdir, lambda path: socket.socket(socket.AF_UNIX).bind(str(path))]
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_pipes_folders_and_sockets_are_refused_without_waiting(assignment, folder, make, monkeypatch):
    (folder / "averages.py").unlink()
    monkeypatch.chdir(folder)
    make("averages.py")
    submission = collect(folder, assignment)
    assert submission.problems[0].startswith("averages.py: not a regular file")
    assert "averages.py" not in submission.files


def test_a_module_that_is_too_large_is_refused(assignment, folder):
    (folder / "averages.py").write_bytes(b"#" * (MODULE_LIMIT + 1))
    (folder / "given.py").write_bytes(b"#" * MODULE_LIMIT)
    submission = collect(folder, assignment)
    assert list(submission.files) == ["given.py"]
    assert submission.problems == ("averages.py: larger than 1,048,576 bytes; not read",)


@pytest.mark.parametrize("student", ["..", ".hidden", "-rf", "a\nb", "a\u202eb", "x" * 129, "a\\b", "\udcff"])
def test_an_unusable_student_id_is_refused(assignment, tmp_path, student):
    with pytest.raises(SubmissionError, match="student id") as caught:
        collect(tmp_path / "submitted" / student / "tiny", assignment)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("student", ["ada", "ada.lovelace@example.org", "Ada Lovelace", "アダ", "42", "a*b"])
def test_usual_student_ids_are_accepted(assignment, folder, student):
    other = folder.parent.rename(folder.parent.parent / student) / "tiny"
    assert collect(other, assignment).student == student


def test_a_missing_folder_is_one_line(assignment, tmp_path):
    with pytest.raises(SubmissionError, match="no readable folder"):
        collect(tmp_path / "submitted" / "ada" / "tiny", assignment)


def test_timestamps_are_read_as_nbgrader_reads_them(folder):
    (folder / "timestamp.txt").write_text("2026-03-01 12:30:00.5 Europe/Berlin\n")
    assert read_timestamp(folder) == "2026-03-01T11:30:00.500000"


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2026-03-01 12:30:00 /etc/passwd",
        "9" * 90,
        "0001-01-01 00:00:00 +2359",
        "\udcff",
        "1 2 3",
    ],
)
def test_a_bad_timestamp_is_one_line_and_no_traceback(assignment, folder, text):
    (folder / "timestamp.txt").write_bytes(text.encode("utf-8", "surrogateescape"))
    submission = collect(folder, assignment)
    assert submission.timestamp is None
    assert len(submission.problems) == 1 and submission.problems[0].startswith("timestamp.txt:")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"cells": {}}', b"[" * 100_000, b'{"cells": 1' + b"1" * 9000]
)
def test_a_file_that_is_no_notebook_does_not_cost_the_modules(assignment, folder, data):
    (folder / "tiny.ipynb").write_bytes(data)
    submission = collect(folder, assignment)
    assert len(submission.files) == 2
    assert len(submission.problems) == 1 and submission.problems[0].startswith("tiny.ipynb: not a")


def test_a_notebook_of_millions_of_values_is_refused_before_it_is_parsed():
    with pytest.raises(NotebookError, match="more than 3,000,000 values"):
        read_cells(b'{"cells": [' + b"[]," * 2_000_000 + b"[]]}")


def test_a_notebook_of_format_3_keeps_its_answers():
    old = {"cell_type": "markdown", "metadata": {}, "source": ["my ", "answer"]}
    data = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {},
        "worksheets": [{"cells": [old], "metadata": {}}],
    }
    assert [cell.source for cell in read_cells(json.dumps(data).encode())] == ["my answer"]
    data["worksheets"] = [{"cells": 7}]
    with pytest.raises(NotebookError, match="format 3"):
        read_cells(json.dumps(data).encode())


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        3,
        [],
        {"nbgrader": 1},
        {"nbgrader": []},
        {"nbgrader": {"grade_id": {}}},
        {"nbgrader": {"points": "x"}},
    ],
)
def test_hostile_metadata_is_ignored(metadata):
    (cell,) = read_cells(notebook(markdown("answer", metadata=metadata)).encode())
    assert (cell.source, cell.grade_id) == ("answer", "")


def test_text_that_is_not_utf8_keeps_its_readable_part():
    (cell,) = read_cells(notebook(markdown("na~ve")).encode().replace(b"~", b"\xef"))
    assert cell.source == "na\ufffdve"
    (cell,) = read_cells(b'{"cells": [{"source": "a\\ud800b\\u0000"}]}')
    assert cell.source == "a?b"


def test_pictures_and_text_are_kept_and_everything_else_is_dropped():
    bundle = {
        "image/png": PNG,
        "text/html": "<script>x</script>",
        "application/javascript": "x",
        "text/plain": ["a", "b"],
    }
    outputs = [
        {"output_type": "display_data", "data": bundle, "metadata": {"image/png": {"width": "1><script>"}}},
        {"output_type": "stream", "name": "stdout", "text": ["x\n", "y"]},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["one", "two"]},
        {"output_type": "display_data", "data": {"text/html": "<script>x</script>"}},
        {"output_type": 3},
        7,
    ]
    (cell,) = read_cells(notebook(code(*outputs)).encode())
    assert [output["output_type"] for output in cell.outputs] == ["display_data", "stream", "error"]
    assert cell.outputs[0] == {
        "output_type": "display_data",
        "metadata": {},
        "data": {"image/png": PNG, "text/plain": "ab"},
    }
    assert cell.outputs[2]["traceback"] == ["one", "two"]
    assert "script" not in json.dumps(cell.outputs)


@pytest.mark.parametrize("picture", ['"><script>', "AAAA", PNG + "!", "Ä", 5, ["x", 5]])
def test_what_is_no_picture_is_no_picture(picture):
    (cell,) = read_cells(
        notebook(code({"output_type": "display_data", "data": {"image/png": picture}})).encode()
    )
    assert cell.outputs == []


def test_attached_pictures_are_kept():
    attachments = {
        "plot.png": {"image/png": PNG, "text/html": "<script>"},
        "x.svg": {"image/svg+xml": "<svg/>"},
    }
    (cell,) = read_cells(notebook(markdown("![](attachment:plot.png)", attachments=attachments)).encode())
    assert cell.attachments == {"plot.png": {"image/png": PNG}}


def test_endless_output_is_cut_off():
    (cell,) = read_cells(notebook(code({"output_type": "stream", "text": "x" * 10**6})).encode())
    assert len(cell.outputs[0]["text"]) < 101_000
    assert cell.outputs[0]["text"].endswith("cut off by the grader")
