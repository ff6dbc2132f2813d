"""Write the instructor's report on an assignment: one page without scripts, and a table for spreadsheets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np

from autograder.attention import STAND_IN, needs
from autograder.course import Course, CourseError
from autograder.leaderboard import Place, leaderboard
from autograder.rendering import rendered
from autograder.seeds import course_seeds
from autograder.spreadsheet import Value, write_csv
from autograder.tally import ENOUGH, ENOUGH_EACH, ClassTally, StudentTally, tally_class
from toolkit.atomic import write_atomically

BINS = 10
STATUSES = {
    "passed": ("✓", "passed"),
    "partial": ("◐", "partly right"),
    "failed": ("✗", "wrong"),
    "not_implemented": ("○", "not implemented"),
    "crashed": ("!", "crashed"),
    "timed_out": ("∞", "timed out"),
    "grader_error": ("?", "grader failed"),
}


@dataclass(frozen=True)
class Summary:
    """The class in numbers; quartiles by linear interpolation."""

    n: int
    mean: float
    quartiles: tuple[float, float, float]
    full: int
    bars: tuple[int, ...]


def write_report(course: Course, assignment_name: str, names: bool = False) -> Path:
    """Write `reports/<assignment>/index.html` and `results.csv`, and return the page's path.

    If there is a challenge, also `leaderboard.html`, which can be shown to the class: models are listed under
    pseudonyms unless `names` are asked for.

    Raises
    ------
    CourseError
        If there is no such assignment, or no readable result of it.
    """
    assignment = course.assignment(assignment_name)
    tally = tally_class(course, assignment.name)
    if not tally.students:
        unreadable = f" ({len(tally.unreadable)} unreadable files)" if tally.unreadable else ""
        raise CourseError(
            f"no results in {course.results / assignment.name}{unreadable}; "
            f"run `autograder grade {assignment.name}` first"
        )
    folder = course.reports / assignment.name
    write_csv(folder / "results.csv", _header(tally), (_row(tally, s) for s in tally.students))
    boards = _boards(course, tally, names)
    if boards:
        shown = rendered(
            "leaderboard.html.j2",
            assignment=tally.assignment,
            boards=boards,
            pseudonyms=not names,
            statuses=STATUSES,
        )
        write_atomically(folder / "leaderboard.html", shown.encode())
    page = folder / "index.html"
    write_atomically(page, render(course, tally, boards, pseudonyms=not names).encode())
    return page


def render(
    course: Course, tally: ClassTally, boards: Mapping[str, Sequence[Place]], pseudonyms: bool = True
) -> str:
    """Return the page; `boards` are the leaderboards to show, by the title of their check."""
    return rendered(
        "report.html.j2",
        tally=tally,
        summary=summarize(tally),
        needs=needs(course, tally),
        mistakes=sorted(tally.mistakes.values(), key=lambda m: (-m.students, m.name)),
        boards=boards,
        pseudonyms=pseudonyms,
        students=_students(course, tally),
        statuses=STATUSES,
        enough=(ENOUGH, ENOUGH_EACH),
        stand_in=STAND_IN in tally.dataset,
        written=_moment(datetime.now(UTC)),
        graded=_moment(datetime.fromtimestamp(tally.graded_at, UTC)),
    )


def summarize(tally: ClassTally) -> Summary | None:
    """Return the class's scores in numbers; None if the grader failed on every submission."""
    if not tally.scores:
        return None
    scores = np.array(tally.scores)
    share = scores / tally.max_score if tally.max_score else np.zeros_like(scores)
    bins = np.clip(np.floor(share * BINS + 1e-9), 0, BINS - 1).astype(int)
    q1, median, q3 = (float(q) for q in np.quantile(scores, (0.25, 0.5, 0.75)))
    return Summary(
        n=len(scores),
        mean=float(scores.mean()),
        quartiles=(q1, median, q3),
        full=int((scores >= tally.max_score - 1e-9).sum()),
        bars=tuple(np.bincount(bins, minlength=BINS).tolist()),
    )


def _boards(course: Course, tally: ClassTally, names: bool) -> dict[str, list[Place]]:
    """Return the leaderboards by the titles of their checks."""
    if not tally.challenges:
        return {}
    seeds = course_seeds(course.root)
    return {
        tally.checks[name].check.title: leaderboard(entries, tally.assignment, seeds, names)
        for name, entries in tally.challenges.items()
    }


def _students(course: Course, tally: ClassTally) -> Iterator[dict[str, Any]]:
    """Yield what the page shows of each student: equal statuses side by side are drawn as one."""
    for student in tally.students:
        runs = itertools.groupby(student.statuses.get(name, "") for name in tally.checks)
        strip = [(status, STATUSES.get(status, ("·", ""))[0] * len(list(run))) for status, run in runs]
        feedback = _feedback(course, tally.assignment, student.student)
        yield {"of": student, "strip": strip, "feedback": feedback}


def _feedback(course: Course, assignment: str, student: str) -> list[tuple[str, str]]:
    """Return name and relative address of each feedback page."""
    pages = sorted((course.feedback / student / assignment).glob("*.html"))
    return [(p.stem, "../../" + quote(f"feedback/{student}/{assignment}/{p.name}")) for p in pages]


def _header(tally: ClassTally) -> list[str]:
    columns = [f"{name}{what}" for name in tally.checks for what in ("", " status")]
    return ["student", "score", "max_score", "problems", *columns]


def _row(tally: ClassTally, student: StudentTally) -> list[Value]:
    row: list[Value] = [student.student, student.score, tally.max_score, "; ".join(student.problems)]
    for name in tally.checks:
        row += [student.points.get(name), student.statuses.get(name)]
    return row


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
