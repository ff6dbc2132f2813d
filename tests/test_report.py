"""The instructor's report: right figures, nothing of a student's runs, what needs somebody is said."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from autograder import results
from autograder.course import Course, CourseError
from autograder.leaderboard import Entry, leaderboard, pseudonym
from autograder.rendering import POLICY
from autograder.report import summarize, write_report
from autograder.results import CheckResult, Result
from autograder.seeds import Seeds, course_seeds
from autograder.tally import Correlation, tally_class

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
CONFIG = """
c = get_config()
c.CourseDirectory.db_url = "sqlite:///{root}/gradebook.db"
c.CourseDirectory.course_id = "made-up"
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    (tmp_path / "source" / "knn").mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text(CONFIG.format(root=tmp_path))
    return Course(tmp_path)


def checked(name: str, status: str, points: float = 2.0, **more: object) -> CheckResult:
    score = {"passed": points, "partial": points / 2}.get(status, 0.0)
    about = {"cell": "vote", "title": f"Title of {name}", "module": "knn", "points": points, "score": score}
    return CheckResult(name=name, status=status, **(about | more))


def write(course: Course, student: str, *checks: CheckResult, **more: object) -> None:
    about = {"submission": "0" * 64, "isolation": "B", "dataset": "cifar10", "seconds": 0.1, "grader": "g"}
    score = sum(c.score for c in checks)
    points = sum(c.points for c in checks)
    sums = {"assignment": "knn", "student": student, "score": score, "max_score": points, "checks": [*checks]}
    results.write(course, Result(**(about | sums | more)))


def text(page: Path) -> str:
    """Return what a reader sees, on one line."""
    words: list[str] = []
    parser = HTMLParser()
    parser.handle_data = words.append  # type: ignore[method-assign]
    parser.feed(page.read_text("utf-8"))
    return " ".join(" ".join(words).split())


class Tags(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_pass_rate_leaves_out_submissions_on_which_the_grader_failed(course: Course) -> None:
    for student, status in (("ada", "passed"), ("bob", "failed"), ("eve", "grader_error")):
        write(course, student, checked("plain", status), checked("ties", "passed", 1.0))
    tally = tally_class(course, "knn")
    plain = tally.checks["plain"]
    assert (plain.judged, plain.pass_rate, plain.mean) == (2, 0.5, 1.0)
    assert tally.checks["ties"].pass_rate == 1.0
    assert tally.scores == [3.0, 1.0]
    page = text(write_report(course, "knn"))
    assert "50 %" in page
    assert "Without 1 submission on which the grader itself failed." in page
    assert "The grader itself failed on plain" in page


def test_scores_are_summed_up(course: Course) -> None:
    statuses = ["passed", "passed", "partial", "failed", "failed"]
    for student, status in zip("abcde", statuses, strict=True):
        write(course, student, checked("plain", status, 4.0), checked("ties", "passed", 6.0))
    summary = summarize(tally_class(course, "knn"))
    assert summary is not None
    assert (summary.n, summary.full) == (5, 2)
    assert summary.mean == pytest.approx(8.0)
    assert summary.quartiles == pytest.approx((6.0, 8.0, 10.0))
    assert summary.bars == (0, 0, 0, 0, 0, 0, 2, 0, 1, 2)


def test_a_check_without_points_does_not_stop_the_report(course: Course) -> None:
    write(course, "ada", checked("optional", "passed", 0.0))
    assert "of 0" in text(write_report(course, "knn"))


def test_discrimination_is_the_correlation_with_the_rest(course: Course) -> None:
    rng = np.random.default_rng(5)
    passed = rng.random(60) < 0.5
    rest = rng.integers(0, 2, (60, 3)) | (passed & (rng.random(60) < 0.5))[:, None]
    for i, (yes, others) in enumerate(zip(passed, rest, strict=True)):
        words = ["passed" if right else "failed" for right in (yes, *others)]
        checks = [checked(f"other{j}", word, 1.0) for j, word in enumerate(words[1:])]
        write(course, f"s{i}", checked("plain", words[0]), *checks)
    expected = np.corrcoef(passed, rest.sum(axis=1))[0, 1]
    assert tally_class(course, "knn").checks["plain"].discrimination == pytest.approx(expected)


@pytest.mark.parametrize(
    ("passes", "rest"),
    [
        pytest.param([True, False] * 9, range(18), id="too few submissions"),
        pytest.param([True] * 2 + [False] * 30, range(32), id="too few on one side"),
        pytest.param([True, False] * 20, [0.1] * 40, id="all the same"),
    ],
)
def test_no_discrimination_where_it_would_say_nothing(passes: list[bool], rest: list[float]) -> None:
    correlation = Correlation()
    for yes, number in zip(passes, rest, strict=True):
        correlation.add(yes, number)
    assert correlation.value is None


def test_mistakes_are_ranked_by_students_and_not_counted_twice(course: Course) -> None:
    ties = {"mistake": "last_label", "hint": "The smaller label wins."}
    axis = {"mistake": "wrong_axis", "hint": "Sum over the features."}
    write(course, "ada", checked("plain", "failed", **axis), checked("ties", "failed", **axis))
    write(course, "bob", checked("plain", "passed"), checked("ties", "failed", **ties))
    write(course, "eve", checked("plain", "passed"), checked("ties", "failed", **ties))
    tally = tally_class(course, "knn")
    assert {m.name: m.students for m in tally.mistakes.values()} == {"wrong_axis": 1, "last_label": 2}
    assert tally.checks["ties"].mistakes == {"last_label": 2, "wrong_axis": 1}
    page = text(write_report(course, "knn"))
    lecture = page[page.index("For the next lecture") : page.index("Checks")]
    assert lecture.index("last_label") < lecture.index("2 students") < lecture.index("wrong_axis")
    assert "The smaller label wins." in lecture


def test_nothing_a_student_made_becomes_markup(course: Course) -> None:
    hostile = HOSTILE.replace("/", "\N{DIVISION SLASH}")
    failed = checked("plain", "grader_error", messages=[HOSTILE + "\x1b[31m\u202e"])
    write(course, hostile, failed, problems=[HOSTILE])
    pages = course.feedback / hostile / "knn"
    pages.mkdir(parents=True)
    (pages / "knn.html").write_text("")
    page = write_report(course, "knn").read_text("utf-8")
    found = Tags(page)
    assert not found.tags & {"script", "img", "iframe", "object", "link", "base", "form"}
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    links = [value for name, value in found.attributes if name == "href"]
    assert len(links) == 1
    assert re.fullmatch(r"\.\./\.\./feedback/[\w%.\-~]+/knn/knn\.html", links[0])
    assert not [value for name, value in found.attributes if name == "src" or "url(" in value]
    assert not set(page) & {"\x1b", "\u202e"}
    assert page.index("<head>") < page.index(POLICY) < page.index("charset")
    assert ("content", POLICY) in found.attributes


def test_what_a_hint_has_between_backticks_is_code(course: Course) -> None:
    hint = "Do not write `X -= mean`, nor `<b>`; a ` alone is a backtick."
    write(course, "ada", checked("plain", "failed", mistake="in_place", hint=hint))
    page = write_report(course, "knn").read_text("utf-8")
    assert "write <code>X -= mean</code>, nor <code>&lt;b&gt;</code>; a ` alone" in page


def test_the_table_has_a_line_for_each_student(course: Course) -> None:
    write(course, "ada", checked("plain", "partial"), problems=["=knn.py is missing"])
    write(course, "=1+cmd|'calc'!A0", checked("plain", "passed"))
    write(course, "eve", checked("plain", "grader_error"))
    with (write_report(course, "knn").parent / "results.csv").open(newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header == ["student", "score", "max_score", "problems", "plain", "plain status"]
    assert rows == [
        ["eve", "", "2.0", "", "", "grader_error"],
        ["'=1+cmd|'calc'!A0", "2.0", "2.0", "", "2.0", "passed"],
        ["ada", "1.0", "2.0", "'=knn.py is missing", "1.0", "partial"],
    ]


def test_a_class_without_results_is_one_clear_line(course: Course) -> None:
    with pytest.raises(CourseError, match=r"^no results in [^\n]*; run `autograder grade knn` first$"):
        write_report(course, "knn")
    with pytest.raises(CourseError, match="no assignment 'svm'"):
        write_report(course, "svm")
    assert not course.reports.exists()


def test_unreadable_results_are_named_and_the_others_counted(course: Course) -> None:
    write(course, "ada", checked("plain", "passed"))
    write(course, "bob", checked("plain", "passed"))
    folder = course.results / "knn"
    (folder / "cut.json").write_text('{"schema": 1,')
    (folder / "bytes.json").write_bytes(b"\xff\xfe")
    (folder / "bob.json").rename(folder / "not_bob.json")
    page = text(write_report(course, "knn"))
    assert "1 submission " in page
    assert "bytes.json, cut.json, not_bob.json" in page


def test_what_needs_the_instructor_is_said(course: Course) -> None:
    where = {"dataset": "standin", "isolation": "D"}
    for i in range(12):
        write(course, f"s{i}", checked("plain", "failed"), grader=str(i % 2), **where)
    write(course, "late", checked("plain", "failed"), problems=["k.py is missing"], **where)
    (course.submitted / "lost" / "knn").mkdir(parents=True)
    (course.submitted / "late" / "knn").mkdir(parents=True)
    page = text(write_report(course, "knn"))
    needs = page[page.index("Needs you") : page.index("Scores")]
    for words in (
        "Handed in, but without a result; this says why: autograder grade knn 1: lost",
        "3 different versions of the checks",
        "Graded on the stand-in data",
        "isolation level D",
        "Nobody of 13 passed plain",
        "missing or refused files (see the list of students) 1: late",
        "there is no gradebook at",
    ):
        assert words in needs
    assert "⚠ stand-in data" in page
    assert not (course.root / "gradebook.db").exists()


def test_a_report_replaces_the_old_one_in_one_step(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    write(course, "ada", checked("plain", "passed"))
    page = write_report(course, "knn")
    before = page.read_bytes()
    write(course, "bob", checked("plain", "passed"))

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("toolkit.atomic.os.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_report(course, "knn")
    assert page.read_bytes() == before
    assert sorted(p.name for p in page.parent.iterdir()) == ["index.html", "results.csv"]


def model(accuracy: float) -> CheckResult:
    return checked("best_model", "passed", optional=True, accuracy=accuracy, images=2_500)


def test_a_challenge_is_ranked_under_pseudonyms_that_only_the_course_can_tell(course: Course) -> None:
    for student, accuracy in (("ada", 0.55), ("bob", 0.53), ("cyd", 0.53), ("dan", 0.48)):
        write(course, student, model(accuracy))
    write(course, "eve", checked("plain", "passed"))
    page = write_report(course, "knn").parent / "leaderboard.html"
    shown = text(page)
    seeds = course_seeds(course.root)
    aliases = [pseudonym(seeds, "knn", student) for student in ("ada", "bob", "cyd", "dan")]
    places = [shown.index(f"{rank} {alias}") for rank, alias in zip((1, 2, 2, 4), aliases, strict=True)]
    assert places[0] < min(places[1:3]) < max(places[1:3]) < places[3]
    assert "55.0 ± 1.0 %" in shown
    assert not any(name in shown for name in ("ada", "bob", "cyd", "dan", "eve"))
    assert aliases != [pseudonym(Seeds(b"another"), "knn", s) for s in ("ada", "bob", "cyd", "dan")]
    assert shown.split("Leaderboard:")[1][:200] in text(page.with_name("index.html"))


def test_leaderboards_show_ids_where_they_are_asked_for(course: Course) -> None:
    write(course, "ada", model(0.5))
    shown = text(write_report(course, "knn", names=True).with_name("leaderboard.html"))
    assert "1 ada 50.0" in shown
    assert "pseudonym" not in shown


def test_models_of_which_chance_may_make_the_difference_are_marked_as_near() -> None:
    entries = [Entry("far", 0.50, 2_500), Entry("near", 0.53, 2_500), Entry("best", 0.55, 2_500)]
    places = leaderboard(entries, "knn", Seeds(b"a secret"), names=True)
    assert [(p.who, p.near) for p in places] == [("best", True), ("near", True), ("far", False)]
    assert leaderboard([], "knn", Seeds(b"a secret")) == []


def test_without_a_challenge_there_is_no_leaderboard(course: Course) -> None:
    write(course, "ada", checked("plain", "passed"))
    page = write_report(course, "knn")
    assert "Leaderboard" not in text(page)
    assert not page.with_name("leaderboard.html").exists()
