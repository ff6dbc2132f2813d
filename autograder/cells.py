"""Show the results of a graded cell's checks, as students and instructors read them in the notebook."""

from __future__ import annotations

from autograder.results import CheckResult
from toolkit.table import Row, row_lines, table_html


def as_text(checks: list[CheckResult]) -> str:
    """Return the results as plain text, one check a line with its explanations below."""
    return "\n".join(line for check in checks for line in row_lines(row(check)))


def as_html(checks: list[CheckResult]) -> str:
    """Return the results as an HTML table in which every text is escaped."""
    return table_html(row(check) for check in checks)


def row(check: CheckResult) -> Row:
    """Return what a student may read about a check.

    Of a hidden check that is the hint of a recognised mistake only: its messages quote inputs and
    expected values, and the submission's own errors can quote whatever the check passed in.
    """
    title = f"{check.title} (hidden check)" if check.hidden else check.title
    messages = () if check.hidden else tuple(check.messages)
    return Row(
        title, check.points, check.status, messages, check.hint or "", score=check.score, extra=check.optional
    )
