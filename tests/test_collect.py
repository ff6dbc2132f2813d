"""Reading a submission: only declared regular files are read, and nothing in it is followed."""

import io
import json
import os
import shutil
import socket
import stat
import tarfile
import zipfile

import pytest
from tiny_course import contents, make_course
from tiny_course import notebook as tiny_notebook

from autograder.collecting.collect import SubmissionError, collect, digest, read_timestamp
from autograder.collecting.declared import MODULE_LIMIT
from autograder.collecting.student_notebook import NotebookError, read_cells

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
    data["worksheets"] = [{"cells": [old], "metadata": {"many": [[]] * 100_000}}]
    with pytest.raises(NotebookError, match="format 3 with more than 100,000 values"):
        read_cells(json.dumps(data).encode())
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


def archive(path, files, mode=""):
    """Write a zip, or with a mode a tar, and return its path."""
    if not mode:
        with zipfile.ZipFile(path, "w") as packed:
            for name, data in files.items():
                packed.writestr(name, data)
        return path
    with tarfile.open(path, mode) as packed:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
    return path


def emptied(folder):
    """Remove what is in a folder; return it as a dict."""
    files = contents(folder)
    for name in files:
        (folder / name).unlink()
    return files


@pytest.mark.parametrize("wrapping", ["", "knn/", "ada/my knn/"])
@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.zip", ""), ("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:xz"), ("a.tar.bz2", "w:bz2")],
)
def test_an_archive_is_read_as_if_it_were_unpacked(assignment, folder, name, mode, wrapping):
    expected = collect(folder, assignment)
    files = {wrapping + file: data for file, data in emptied(folder).items()}
    archive(
        folder / name, {**files, "__MACOSX/._x": b"", wrapping + "toolkit/x.py": b"", ".DS_Store": b""}, mode
    )
    assert collect(folder, assignment) == expected
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_folder_that_wraps_the_files_is_looked_into(assignment, folder):
    expected = collect(folder, assignment)
    files = emptied(folder)
    for name, data in files.items():
        (folder / "my work").mkdir(exist_ok=True)
        (folder / "my work" / name).write_bytes(data)
    assert collect(folder, assignment) == expected


def test_a_link_to_a_folder_is_not_looked_into(assignment, folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "averages.py").write_text("secret = 1")
    emptied(folder)
    (folder / "work").symlink_to(tmp_path / "elsewhere")
    submission = collect(folder, assignment)
    assert (submission.files, submission.problems) == ({}, ("not looked at: work",))


def test_files_beside_an_archive_count_and_what_differs_is_said(assignment, folder):
    (folder / "given.py").unlink()
    archive(folder / "a.zip", {"averages.py": b"old = 1", "given.py": b"y = 3", "numpy.py": b""})
    submission = collect(folder, assignment)
    assert submission.files == {"averages.py": b"x = 1\n", "given.py": b"y = 3"}
    assert submission.problems == (
        "a.zip: not looked at: numpy.py",
        "a.zip: its averages.py is not used: there is another one beside the archive or in a newer one",
    )


def test_an_archive_is_not_opened_if_nothing_is_missing(assignment, folder):
    archive(folder / "a.zip", {"averages.py": b"old = 1"})
    assert collect(folder, assignment).problems == ("not looked at: a.zip",)


def test_the_newer_archive_counts(assignment, folder):
    emptied(folder)
    for age, name in enumerate(["b.zip", "a.zip", "c.zip"]):
        os.utime(archive(folder / name, {"averages.py": name.encode()}), (1000 - age, 1000 - age))
    assert collect(folder, assignment).files == {"averages.py": b"b.zip"}


def test_a_corrupt_archive_costs_only_itself(assignment, folder):
    (folder / "tiny.ipynb").unlink()
    (folder / "a.zip").write_bytes(b"PK\x03\x04 and nothing else")
    archive(folder / "b.tar", {"tiny.ipynb": notebook().encode()}, "w")
    submission = collect(folder, assignment)
    assert list(submission.notebooks) == ["tiny.ipynb"]
    assert submission.problems == ("a.zip: damaged, or no archive at all (BadZipFile)",)


def test_an_archive_without_our_files_is_said_to_have_none(assignment, folder):
    emptied(folder)
    archive(folder / "a.zip", {"essay.pdf": b""})
    assert collect(folder, assignment).problems == (
        "a.zip: not looked at: essay.pdf",
        "a.zip: holds none of the assignment's files",
    )


def test_of_two_folders_in_an_archive_the_fuller_one_counts(assignment, folder):
    files = emptied(folder)
    archive(
        folder / "a.zip", {"old/averages.py": b"old", **{f"new/{name}": data for name, data in files.items()}}
    )
    submission = collect(folder, assignment)
    assert submission.files["averages.py"] == b"x = 1\n"
    assert submission.problems == ("a.zip: not looked at: old",)


def test_a_time_of_handing_in_packed_by_the_student_is_not_believed(assignment, folder):
    archive(folder / "a.zip", {**emptied(folder), "timestamp.txt": b"2020-01-01 00:00:00 UTC"})
    assert collect(folder, assignment).timestamp is None


@pytest.mark.parametrize("name", ["Averages.py", "averages (1).py", "averages(2).py", "averages-1.py"])
def test_a_module_whose_name_was_changed_by_a_copy_is_recognised(assignment, folder, name):
    (folder / "averages.py").rename(folder / name)
    submission = collect(folder, assignment)
    assert submission.files["averages.py"] == b"x = 1\n"
    assert submission.problems == (f"{name}: taken as averages.py",)


def test_names_that_differ_only_in_case_are_told_apart(assignment, folder):
    (folder / "AVERAGES.py").write_text("x = 2")
    submission = collect(folder, assignment)
    assert submission.files["averages.py"] == b"x = 1\n"
    assert submission.problems == ("not looked at: AVERAGES.py",)
    (folder / "averages.py").rename(folder / "Averages.py")
    submission = collect(folder, assignment)
    assert "averages.py" not in submission.files
    assert submission.problems[0] == (
        "averages.py: missing, and AVERAGES.py and Averages.py could be it; hand in one, named averages.py"
    )


@pytest.mark.parametrize("name", ["tiny(1).ipynb", "tiny_final.ipynb", "TINY.ipynb", "my homework.IPYNB"])
def test_a_renamed_notebook_is_recognised_by_its_cells(assignment, folder, name):
    (folder / "tiny.ipynb").unlink()
    (folder / name).write_text(json.dumps(tiny_notebook()))
    (folder / "other.ipynb").write_text(notebook(markdown("x")))
    submission = collect(folder, assignment)
    assert submission.notebooks == {"tiny.ipynb": (folder / name).read_bytes()}
    assert submission.problems == (f"{name}: taken as tiny.ipynb", "not looked at: other.ipynb")


def test_of_two_notebooks_that_fit_none_is_taken_unless_they_are_equal(assignment, folder):
    (folder / "tiny.ipynb").unlink()
    for name in ("a.ipynb", "b.ipynb"):
        (folder / name).write_text(json.dumps(tiny_notebook()))
    assert collect(folder, assignment).problems[0] == "a.ipynb: taken as tiny.ipynb"
    (folder / "b.ipynb").write_text(json.dumps(tiny_notebook(), indent=1))
    submission = collect(folder, assignment)
    assert submission.notebooks == {}
    assert "a.ipynb and b.ipynb could be it" in submission.problems[0]


@pytest.mark.parametrize("name", ["numpy.py", "random.py", "os.py", "autograder.py", "toolkit.py"])
def test_a_module_that_would_hide_another_is_left_out(assignment, folder, name):
    (folder / name).write_text("import sys")
    archive(folder / "a.zip", {name: b"import sys"})
    submission = collect(folder, assignment)
    assert sorted(submission.files) == ["averages.py", "given.py"]
    assert submission.problems == (f"not looked at: a.zip, {name}",)


def test_a_file_with_two_names_stops_this_submission(assignment, folder, tmp_path):
    (tmp_path / "secret").write_text("secret = 1")
    (folder / "given.py").unlink()
    os.link(tmp_path / "secret", folder / "given.py")
    with pytest.raises(SubmissionError, match=r"given.py has 2 names on this disk .*`cp -r`"):
        collect(folder, assignment)
    copy = shutil.copytree(folder, folder.parent.parent / "eve" / "tiny")
    assert len(collect(copy, assignment).files) == 2


def test_a_file_with_two_names_in_a_students_own_account_is_the_students(assignment, folder, monkeypatch):
    os.link(folder / "given.py", folder.parent / "second name")
    monkeypatch.setattr(os, "geteuid", lambda: os.stat(folder).st_uid + 1)
    assert len(collect(folder, assignment).files) == 2
    look = os.fstat

    def of_somebody_else(descriptor):
        values = list(look(descriptor))
        values[stat.ST_UID] += stat.S_ISREG(values[stat.ST_MODE])
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", of_somebody_else)
    with pytest.raises(SubmissionError, match="hard links"):
        collect(folder, assignment)


def test_a_link_in_place_of_the_students_folder_is_refused(assignment, folder):
    link = folder.parent.parent / "eve"
    link.symlink_to(folder.parent)
    with pytest.raises(SubmissionError, match="links are not followed"):
        collect(link / "tiny", assignment)


def test_a_file_that_may_not_be_read_is_said_to_be_so(assignment, folder, monkeypatch):
    opened = os.open

    def denied(path, *arguments, **options):
        if path == "given.py":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(os, "open", denied)
    submission = collect(folder, assignment)
    assert list(submission.files) == ["averages.py"]
    assert submission.problems == ("given.py: cannot be read (Permission denied)",)


def test_a_sparse_file_of_a_terabyte_is_refused_unread(assignment, folder, monkeypatch):
    os.truncate(folder / "tiny.ipynb", 1 << 40)
    (folder / "given.py").unlink()
    with open(folder / "a.zip", "wb") as file:
        file.truncate(1 << 40)
    submission = collect(folder, assignment)
    assert [line.split(": larger")[0] for line in submission.problems] == ["tiny.ipynb", "a.zip"]


def test_a_file_that_grows_while_it_is_read_is_refused(assignment, folder, monkeypatch):
    (folder / "given.py").write_bytes(b"#" * (MODULE_LIMIT + 1))
    measure = os.fstat

    def smaller(descriptor):
        found = list(measure(descriptor))
        found[stat.ST_SIZE] = 1
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", smaller)
    assert collect(folder, assignment).problems == ("given.py: larger than 1,048,576 bytes; not read",)


def snapshot(folder):
    """Everything that can be known of a folder without reading."""
    return {
        path.relative_to(folder): (path.lstat().st_mode, path.lstat().st_mtime_ns, path.lstat().st_size)
        for path in sorted(folder.rglob("*"))
    }


def test_what_was_handed_in_is_not_touched(assignment, folder):
    archive(folder / "a.zip", {"x/given.py": b"y = 2"})
    (folder / "given.py").unlink()
    os.mkfifo(folder / "pipe")
    (folder / "link.ipynb").symlink_to("tiny.ipynb")
    (folder / "tiny.ipynb").chmod(0o400)
    before = snapshot(folder), contents(folder)
    collect(folder, assignment)
    assert (snapshot(folder), contents(folder)) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_notebook_in_another_unicode_encoding_is_read(encoding):
    (cell,) = read_cells(notebook(markdown("naïve")).encode(encoding))
    assert cell.source == "naïve"


def test_odd_json_does_not_cost_the_answers():
    huge = "9" * 10_000
    cell = f'{{"source": "a\tb", "n": NaN, "n": {huge}, "e": 1e999, "source": "a\tc"}}'
    data = f'{{"cells": [{cell}], "x": -{huge}}}'
    (cell,) = read_cells(data.encode())
    assert cell.source == "a\tc"


def test_an_integer_of_many_digits_is_no_execution_count():
    data = notebook(code()).replace('"execution_count": 3', '"execution_count": ' + "3" * 20)
    (cell,) = read_cells(data.encode())
    assert cell.execution_count is None


def test_deep_json_is_one_line():
    with pytest.raises(NotebookError, match="nested too deeply"):
        read_cells(b'{"cells": ' + b"[" * 200_000)


def test_thousands_of_cells_are_cut_off_and_it_is_said(assignment, folder):
    (folder / "tiny.ipynb").write_text(notebook(*[markdown("x")] * 6_000))
    submission = collect(folder, assignment)
    assert submission.problems == ("tiny.ipynb: more than 5,000 cells; the others are left out",)
    assert len(read_cells(submission.notebooks["tiny.ipynb"])) == 5_000
