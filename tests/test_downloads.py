"""What learning platforms give for download lands in `submitted/`: whole, safely, every oddity said."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from tiny_course import contents, make_course

from autograder.collecting import download_files
from autograder.collecting import placing as taking
from autograder.collecting.collect import collect
from autograder.collecting.downloads import collect_download
from autograder.collecting.lms_names import Place, place
from autograder.course import CourseError

MOODLE = "Ada Lovelace_123_assignsubmission_file_"
NOON = (2026, 3, 1, 12, 0, 0)


@pytest.fixture(autouse=True)
def _utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    __import__("time").tzset()


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "course")


def packed(path: Path, files: dict[str, bytes], time: tuple[int, ...] = NOON, **changes: int) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, time)
            for attribute, value in changes.items():
                setattr(info, attribute, value)
            archive.writestr(info, data)
    return path


def unpacked(path: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
        os.utime(path / name, (1772366400, 1772366400))
    return path


def handed_in(course, student):
    return contents(course.submitted / student / "tiny")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"{MOODLE}/tiny.ipynb", Place("Ada Lovelace", "123", "tiny.ipynb")),
        (f"{MOODLE[:-1]}/tiny.ipynb", Place("Ada Lovelace", "123", "tiny.ipynb")),
        (f"{MOODLE}tiny.ipynb", Place("Ada Lovelace", "123", "tiny.ipynb")),
        (f"{MOODLE}/tiny/a.py", Place("Ada Lovelace", "123", "tiny/a.py")),
        (
            f"{MOODLE}/Eve_7_assignsubmission_file_/a.py",
            Place("Ada Lovelace", "123", "Eve_7_assignsubmission_file_/a.py"),
        ),
        (f"Eve_7_assignsubmission_file_{MOODLE}a.py", None),
        (f"{MOODLE}x_7_assignsubmission_file_/a.py", Place(f"{MOODLE}x", "7", "a.py")),
        (f"eve/{MOODLE}/a.py", Place("eve", "eve/", f"{MOODLE}/a.py")),
        ("lovelaceada_123_456_tiny-1.ipynb", Place("lovelaceada", "123", "tiny-1.ipynb")),
        ("lovelaceada_LATE_123_456_a_b.py", Place("lovelaceada", "123", "a_b.py")),
        ("eve_1_2_ada_3_4_a.py", Place("eve", "1", "ada_3_4_a.py")),
        ("ada/a.py", Place("ada", "ada/", "a.py")),
        ("ada/tiny/a.py", Place("ada", "ada/", "a.py")),
        ("ada/tiny", Place("ada", "ada/", "tiny")),
        ("ada.zip", Place("ada", "ada.zip", "ada.zip")),
        (
            "ada.l@example.org.tar.gz",
            Place("ada.l@example.org", "ada.l@example.org.tar.gz", "ada.l@example.org.tar.gz"),
        ),
        ("notes.txt", None),
    ],
)
def test_names_say_whose_a_file_is(path, expected):
    assert place(PurePosixPath(path), "tiny") == expected


def test_a_pattern_says_whose_a_file_is():
    pattern = re.compile(r".*/(?P<student_id>\w+)-at-(?P<timestamp>[\d-]+)-(?P<file_id>\w+)")
    found = place(PurePosixPath("all/ada-at-2026-03-01-averages.py"), "tiny", pattern)
    assert found == Place("ada", "", "averages.py", "2026-03-01")
    assert place(PurePosixPath("all/other.py"), "tiny", pattern) is None
    assert place(PurePosixPath("ada_x.py"), "tiny", re.compile("(?P<student_id>[a-z]+)_")) == Place(
        "ada", "", "ada_x.py"
    )


@pytest.mark.parametrize(
    "name", [f"{MOODLE}/{{}}", f"{MOODLE}{{}}", "Ada Lovelace_1_2_{}", "Ada Lovelace/{}"]
)
@pytest.mark.parametrize("make", [packed, unpacked])
def test_downloads_are_collected(course, tmp_path, make, name):
    files = {"averages.py": b"x = 1\n", "tiny.ipynb": b"{}"}
    download = make(tmp_path / "download", {name.format(file): data for file, data in files.items()})
    before = download.read_bytes() if make is packed else contents(download)
    intake = collect_download(course, "tiny", download)
    assert (intake.collected, intake.unchanged, intake.errors) == (["Ada Lovelace"], [], [])
    assert handed_in(course, "Ada Lovelace") == {**files, "timestamp.txt": b"2026-03-01 12:00:00 UTC\n"}
    assert (download.read_bytes() if make is packed else contents(download)) == before


def test_a_students_archive_is_kept_as_it_is_and_read_by_the_grader(course, tmp_path):
    own = packed(tmp_path / "own.zip", {"tiny/averages.py": b"x = 1\n"}).read_bytes()
    collect_download(course, "tiny", packed(tmp_path / "d.zip", {"ada.zip": own}))
    assert handed_in(course, "ada")["ada.zip"] == own
    assert collect(course.submitted / "ada" / "tiny", course.assignment("tiny")).files == {
        "averages.py": b"x = 1\n"
    }


def test_a_later_attempt_replaces_the_earlier_one_as_a_whole_and_keeps_it(course, tmp_path):
    first = packed(tmp_path / "1.zip", {"ada/a.py": b"1", "ada/b.py": b"1"})
    second = packed(tmp_path / "2.zip", {"ada/a.py": b"2"}, (2026, 3, 2, 0, 0, 0))
    for download in (first, second):
        assert collect_download(course, "tiny", download).collected == ["ada"]
    assert set(handed_in(course, "ada")) == {"a.py", "timestamp.txt"}
    assert contents(course.submitted / "ada" / ".earlier" / "tiny.1")["b.py"] == b"1"
    again = collect_download(course, "tiny", second)
    assert (again.collected, again.unchanged, again.errors) == ([], ["ada"], [])
    late = collect_download(course, "tiny", first)
    assert late.collected == []
    assert "was handed in later (2026-03-02T00:00:00); remove it" in late.errors[0]
    assert handed_in(course, "ada")["a.py"] == b"2"


def test_a_killed_run_leaves_the_earlier_attempt_and_the_next_one_goes_on(course, tmp_path, monkeypatch):
    collect_download(course, "tiny", packed(tmp_path / "1.zip", {"ada/a.py": b"1"}))
    second = packed(tmp_path / "2.zip", {"ada/a.py": b"2", "ada/b.py": b"2"})

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(taking, "_replace", killed)
        collect_download(course, "tiny", second)
    assert handed_in(course, "ada")["a.py"] == b"1"
    assert collect_download(course, "tiny", second).collected == ["ada"]
    assert sorted(path.name for path in (course.submitted / "ada").iterdir()) == [".earlier", "tiny"]


@pytest.mark.parametrize("student", ["-rf", "x" * 129, "a:b", "\u202eada"])
def test_an_unusable_student_id_costs_only_itself(course, tmp_path, student):
    intake = collect_download(
        course, "tiny", packed(tmp_path / "d.zip", {f"{student}_1_2_a.py": b"evil", "ada_1_2_a.py": b"1"})
    )
    assert intake.collected == ["ada"]
    assert len(intake.errors) == 1
    assert [path.name for path in course.submitted.iterdir()] == ["ada"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course", "d.zip"]


def test_a_loose_pattern_does_not_let_a_student_out_of_the_folder(course, tmp_path):
    download = packed(tmp_path / "d.zip", {"x+..+a.py": b"evil", "x+ada+..%a.py": b"1"})
    pattern = r"/x\+(?P<student_id>[^+]+)\+(?P<file_id>.*)\.py"
    intake = collect_download(course, "tiny", download, pattern)
    assert intake.collected == ["ada"]
    assert "student id '..'" in intake.errors[0]


def test_entries_that_point_elsewhere_are_left_out_and_said(course, tmp_path):
    files = {"../ada/a.py": b"", "ada/../../a.py": b"", "/ada/a.py": b"", "ada/a.py": b"1", "grades.csv": b""}
    intake = collect_download(course, "tiny", packed(tmp_path / "d.zip", files))
    assert intake.collected == ["ada"]
    assert [line.split(":")[0] for line in intake.errors] == [
        "../ada/a.py",
        "ada/../../a.py",
        "/ada/a.py",
        "no student's, as far as the name says",
    ]


def test_without_a_look_at_names_an_entry_is_written_elsewhere(course, tmp_path, monkeypatch):
    for module in (taking, download_files):
        monkeypatch.setattr(module, "usable_path", PurePosixPath)
    monkeypatch.setattr(download_files, "is_clutter", lambda path: False)
    collect_download(course, "tiny", packed(tmp_path / "d.zip", {"eve/../../ada.py": b"evil"}))
    assert (course.submitted / "ada.py").read_bytes() == b"evil"


def test_links_and_pipes_in_a_folder_are_left_out_and_said(course, tmp_path):
    download = unpacked(tmp_path / "download", {"ada/a.py": b"1"})
    (tmp_path / "secret").write_text("secret")
    (download / "ada" / "link.py").symlink_to(tmp_path / "secret")
    (download / "ada" / "folder").symlink_to(tmp_path)
    (download / "eve").symlink_to(tmp_path)
    os.mkfifo(download / "ada" / "pipe")
    os.link(tmp_path / "secret", download / "ada" / "hard.py")
    intake = collect_download(course, "tiny", download)
    assert set(handed_in(course, "ada")) == {"a.py", "timestamp.txt"}
    assert sorted(line.split(":")[0] for line in intake.errors) == [
        "ada",
        "ada/folder",
        "ada/link.py",
        "ada/pipe",
        "eve",
    ]
    assert "hard links" in str(intake.errors)


def test_a_link_in_a_zip_and_a_damaged_file_are_left_out_and_said(course, tmp_path):
    linked = packed(tmp_path / "d.zip", {"ada/a.py": b"/etc/passwd"}, external_attr=0o120777 << 16)
    with pytest.raises(CourseError, match=r"ada/a.py: a link or special file; left out"):
        collect_download(course, "tiny", linked)
    data = packed(tmp_path / "e.zip", {"ada/a.py": b"x = 1", "ada/b.py": b"y"}).read_bytes()
    (tmp_path / "e.zip").write_bytes(data.replace(b"x = 1", b"x = 2"))
    intake = collect_download(course, "tiny", tmp_path / "e.zip")
    assert set(handed_in(course, "ada")) == {"b.py", "timestamp.txt"}
    assert intake.errors == ["ada: a.py: damaged (BadZipFile); left out"]


def test_two_students_of_one_name_are_not_mixed(course, tmp_path):
    files = {"li_1_5_a.py": b"1", "li_2_6_b.py": b"2", "ada.zip": b"", "Ada/a.py": b"", "eve/a.py": b""}
    intake = collect_download(course, "tiny", packed(tmp_path / "d.zip", files))
    assert intake.collected == ["eve"]
    assert [line.split(":")[0] for line in intake.errors] == ["Ada", "ada", "li"]


def test_a_time_of_handing_in_packed_by_the_student_is_not_believed(course, tmp_path):
    files = {"ada/timestamp.txt": b"2020-01-01 00:00:00 UTC", "ada/a.py": b"1"}
    collect_download(course, "tiny", packed(tmp_path / "d.zip", files))
    assert handed_in(course, "ada")["timestamp.txt"] == b"2026-03-01 12:00:00 UTC\n"


def test_a_file_in_place_of_a_folder_and_a_file_twice_cost_only_themselves(course, tmp_path):
    pattern = r"/(?P<student_id>\w+)/\w+/(?P<file_id>.*)\.py"
    intake = collect_download(
        course, "tiny", packed(tmp_path / "d.zip", {"ada/x/a.py": b"1", "ada/y/a.py": b"2"}), pattern
    )
    assert handed_in(course, "ada")["a.py"] == b"1"
    assert intake.errors == ["ada: a.py: there twice; one of them is left out"]
    files = {"eve/a.py": b"1", "eve/a.py/b.py": b"2", "eve/a.py/b/c.py": b"3"}
    assert len(collect_download(course, "tiny", packed(tmp_path / "e.zip", files)).errors) == 2
    assert handed_in(course, "eve")["a.py"] == b"1"


def test_a_link_among_the_submissions_is_not_written_through(course, tmp_path):
    course.submitted.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (course.submitted / "ada").symlink_to(tmp_path / "elsewhere")
    intake = collect_download(course, "tiny", packed(tmp_path / "d.zip", {"ada/a.py": b"1"}))
    assert "is a link" in intake.errors[0]
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("limit", ["STUDENT_LIMIT", "FILES_LIMIT"])
def test_too_much_of_one_student_costs_only_that_student(course, tmp_path, monkeypatch, limit):
    monkeypatch.setattr(taking, limit, 3)
    files = {f"eve/{number}.py": b"1" for number in range(4)} | {"ada/a.py": b"1"}
    intake = collect_download(course, "tiny", packed(tmp_path / "d.zip", files))
    assert intake.collected == ["ada"]
    assert intake.errors[0].startswith("eve: not collected")
    assert list((course.submitted / "eve").iterdir()) == []


def run(course, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "autograder", "collect", *map(str, arguments)],
        cwd=course.root,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_the_command_says_what_it_did(course, tmp_path):
    good = packed(tmp_path / "d.zip", {"ada/a.py": b"1"})
    done = run(course, "tiny", good, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "assignment": "tiny",
        "collected": ["ada"],
        "unchanged": [],
        "errors": [],
    }
    assert run(course, "tiny", good).stdout == "tiny: 0 collected, 1 unchanged, 0 errors\n"
    odd = run(course, "tiny", packed(tmp_path / "e.zip", {"ada/a.py": b"1", "x": b""}))
    assert (odd.returncode, odd.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (b"no zip", [], "expected a folder or a zip"),
        ({"x": b""}, [], "no submission in the download"),
        ({"ada/a.py": b"1"}, ["--pattern", "("], "no regular expression"),
        ({"ada/a.py": b"1"}, ["--pattern", "(?P<student>.*)"], "expected a group"),
    ],
)
def test_what_cannot_be_used_ends_with_status_2(course, tmp_path, content, options, said):
    download = tmp_path / "d.zip"
    if isinstance(content, bytes):
        download.write_bytes(content)
    else:
        packed(download, content)
    done = run(course, "tiny", download, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and "Traceback" not in done.stderr
