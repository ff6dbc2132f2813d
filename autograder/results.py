"""Result files: what the checks say of one submission, as JSON in `results/<assignment>/<student>.json`."""

from __future__ import annotations

from pathlib import Path

import msgspec

from autograder.course import Course
from toolkit.atomic import write_atomically

SCHEMA = 1


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one check says of one submission.

    `messages` name what differs; `mistake` and `hint` the cause, when it was recognised. All of it is
    plain text of which parts come from the submission: escape it before it enters a page. What an `optional`
    check earns is extra credit: part of the score, but not of the maximum. `accuracy` is that of a trained
    model on so many `images` that are not given out.
    """

    name: str
    cell: str
    title: str
    module: str
    points: float
    score: float
    status: str
    mistake: str | None = None
    hint: str | None = None
    messages: list[str] = []
    seconds: float = 0.0
    hidden: bool = False
    optional: bool = False
    accuracy: float | None = None
    images: int = 0


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """All results of one submission, and under which conditions they were obtained.

    `submission` is the SHA-256 of what was graded; `grader` and `secret` are fingerprints of the checks
    with their references, and of the course secret; `problems` has a line for each file that could not be
    taken as it was.
    """

    schema: int = SCHEMA
    assignment: str
    student: str
    submission: str
    isolation: str
    dataset: str
    score: float
    max_score: float
    seconds: float
    checks: list[CheckResult]
    problems: list[str] = []
    grader: str = ""
    secret: str = ""

    @property
    def broken(self) -> bool:
        """True if the grader itself failed on a check: the previous grade must be left alone."""
        return any(c.status == "grader_error" for c in self.checks)

    def cell_scores(self) -> dict[str, float]:
        """Return the score of each graded cell: the sum over its checks, rounded to 4 decimals."""
        scores: dict[str, float] = {}
        for c in self.checks:
            scores[c.cell] = round(scores.get(c.cell, 0.0) + c.score, 4)
        return scores

    @property
    def extra_cells(self) -> set[str]:
        """Names of the cells whose points are extra credit."""
        return {c.cell for c in self.checks if c.optional}


def path(course: Course, assignment: str, student: str) -> Path:
    """Return where the result of a student's submission is kept."""
    return course.results / assignment / f"{student}.json"


def read(file: Path) -> Result | None:
    """Return a result, or None if there is none or it is not readable (it will be made again)."""
    try:
        result = msgspec.json.decode(file.read_bytes(), type=Result)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return result if result.schema == SCHEMA else None


def write(course: Course, result: Result) -> Path:
    """Write a result; whoever reads the file sees the old one or the new one, never a part.

    One on which the grader failed does not replace an earlier result.
    """
    file = path(course, result.assignment, result.student)
    if result.broken and read(file) is not None:
        return file
    write_atomically(file, msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
    return file
