"""Show what checks say as a small table, in HTML and as lines of text."""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WORDS = {
    "passed": "✓ right",
    "partial": "◐ partly right",
    "failed": "✗ differs",
    "not_implemented": "○ not implemented yet",
    "crashed": "✗ stopped with an error",
    "timed_out": "✗ took too long",
    "grader_error": "the grader failed here; not your fault",
}
COLOURS = {"passed": ("#00664b", 32), "partial": ("#8a5a00", 33)}
OTHER = ("#b3261e", 31)
WIDTH = 96
_CELL = 'style="text-align:left;vertical-align:top;white-space:normal;padding:4px 16px 4px 0"'


@dataclass(frozen=True)
class Row:
    """One check: what it is, what differs, the hint for a recognised mistake, and what was printed."""

    title: str
    points: float
    status: str
    messages: tuple[str, ...] = ()
    hint: str = ""
    printed: str = ""
    score: float | None = None


@dataclass(frozen=True)
class Report:
    """What the checks of one cell say; `problem` stands for the table when nothing could be checked."""

    cell: str
    rows: tuple[Row, ...]
    hidden: int
    hidden_points: float
    seconds: float
    problem: str = ""


def headline(report: Report) -> str:
    """Return the first line: how many checks passed."""
    if report.problem:
        return report.problem
    passed = sum(row.status == "passed" for row in report.rows)
    return f"{report.cell}: {passed} of {len(report.rows)} checks passed"


def footer(report: Report) -> str:
    """Return the last line: what is not shown before grading, and the time taken."""
    took = f"{report.seconds:.2f} s"
    if not report.hidden:
        return f"There are no hidden checks · {took}"
    plural = "check" if report.hidden == 1 else "checks"
    points = f"{report.hidden_points:g} points"
    return f"{report.hidden} more {plural} ({points}) run when your work is graded · {took}"


def as_lines(report: Report, colour: bool = False) -> list[str]:
    """Return the report as lines of text, with ANSI colours if wanted."""
    lines = [_paint(headline(report), 1, colour)]
    for row in report.rows:
        lines += ["", *row_lines(row, colour)]
    return lines if report.problem else [*lines, "", footer(report)]


def row_lines(row: Row, colour: bool = False) -> list[str]:
    """Return one check as lines of text."""
    ink = COLOURS.get(row.status, OTHER)[1]
    lines = [f"{_paint(WORDS[row.status], ink, colour)}  {row.title} ({_points(row)})"]
    lines += [line for message in row.messages for line in _wrapped(message, "    ")]
    if row.hint:
        lines += _wrapped(f"Why: {row.hint}", "    ")
    if row.printed:
        lines += _wrapped(f"printed: {row.printed.strip()[:500]}", "    ")
    return lines


def as_html(report: Report) -> str:
    """Return the report as HTML without any script; everything shown is escaped."""
    if report.problem:
        return f"<p>{_text(report.problem)}</p>"
    head = f"<p><strong>{_text(headline(report))}</strong></p>"
    return f"{head}{table_html(report.rows)}<p><small>{_text(footer(report))}</small></p>"


def table_html(rows: Iterable[Row]) -> str:
    """Return the table of some checks as HTML."""
    head = "".join(f"<th {_CELL}>{title}</th>" for title in ("check", "points", "result"))
    body = "".join(_html_row(row) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def clean(text: str) -> str:
    """Return text without control characters (line ends and tabs stay), fit for any page or terminal."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return "".join(kept)


def _html_row(row: Row) -> str:
    details = "".join(f"<br><code>{_text(m)}</code>" for m in row.messages)
    if row.hint:
        details += f"<br><em>Why: {_text(row.hint)}</em>"
    if row.printed:
        details += f"<br><small>printed: <code>{_text(row.printed.strip()[:500])}</code></small>"
    colour = COLOURS.get(row.status, OTHER)[0]
    result = f'<strong style="color:{colour}">{WORDS[row.status]}</strong>{details}'
    cells = (_text(row.title), _points(row), result)
    return "<tr>" + "".join(f"<td {_CELL}>{cell}</td>" for cell in cells) + "</tr>"


def _points(row: Row) -> str:
    if row.score is None:
        return f"{row.points:g} point{'' if row.points == 1 else 's'}"
    return f"{row.score:g} / {row.points:g}"


def _text(text: str) -> str:
    return html.escape(clean(text))


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(clean(text), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _paint(text: str, code: int, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
