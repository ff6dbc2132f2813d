"""Show what checks say as a small table, in HTML and as lines of text."""

from __future__ import annotations

import html
import re
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
PRINTED_LINES = 10
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")  # colours and cursor movements of terminals
_CODE = re.compile(r"`([^`\n]+)`")
_CELL = 'style="text-align:left;vertical-align:top;white-space:normal;padding:4px 16px 4px 0"'


@dataclass(frozen=True)
class Row:
    """One check: what it is, what differs, the hint for a recognised mistake, and what was printed.

    `extra` marks points that are extra credit.
    """

    title: str
    points: float
    status: str
    messages: tuple[str, ...] = ()
    hint: str = ""
    printed: str = ""
    score: float | None = None
    extra: bool = False


@dataclass(frozen=True)
class Report:
    """What the checks of one cell say; `problem` stands for the table when nothing could be checked.

    `saved` says when the module was saved; it is shown if a check did not pass. `warning` is shown always.
    """

    cell: str
    rows: tuple[Row, ...]
    hidden: int
    hidden_points: float
    seconds: float
    problem: str = ""
    saved: str = ""
    warning: str = ""


def headline(report: Report) -> str:
    """Return the first line: how many checks passed."""
    if report.problem:
        return report.problem
    passed = sum(row.status == "passed" for row in report.rows)
    return f"{report.cell}: {passed} of {len(report.rows)} checks passed"


def footer(report: Report) -> str:
    """Return the last line: what is not shown before grading, and the time taken."""
    end = f"{report.seconds:.2f} s"
    if report.saved and any(row.status != "passed" for row in report.rows):
        end += f"\n{report.saved}"
    if not report.hidden:
        return f"There are no hidden checks · {end}"
    checks = "check runs" if report.hidden == 1 else "checks run"
    points = _counted(report.hidden_points)
    return f"When your work is graded, {report.hidden} more {checks} ({points}) · {end}"


def as_lines(report: Report, colour: bool = False) -> list[str]:
    """Return the report as lines of text, with ANSI colours if wanted."""
    lines = [_paint(headline(report), 1, colour)]
    lines += [_paint(line, OTHER[1], colour) for line in _wrapped(report.warning, "")]
    for row in report.rows:
        lines += ["", *row_lines(row, colour)]
    return lines if report.problem else [*lines, "", footer(report)]


def row_lines(row: Row, colour: bool = False) -> list[str]:
    """Return one check as lines of text."""
    ink = COLOURS.get(row.status, OTHER)[1]
    lines = [f"{_paint(WORDS[row.status], ink, colour)}  {row.title} ({_points(row)})"]
    lines += [line for message in _distinct(row.messages) for line in _wrapped(message, "    ")]
    if row.hint:
        lines += _wrapped(f"Why: {row.hint}", "    ")
    if row.printed:
        lines += [f"    {line}" for line in _printed(row)]
    return lines


def as_html(report: Report) -> str:
    """Return the report as HTML without any script; everything shown is escaped."""
    if report.problem:
        return f"<p>{rich(report.problem)}</p>"
    head = f"<p><strong>{rich(headline(report))}</strong></p>"
    if report.warning:
        head += f'<p style="color:{OTHER[0]}">{rich(report.warning)}</p>'
    return f"{head}{table_html(report.rows)}<p><small>{rich(footer(report))}</small></p>"


def table_html(rows: Iterable[Row]) -> str:
    """Return the table of some checks as HTML."""
    head = "".join(f"<th {_CELL}>{title}</th>" for title in ("check", "points", "result"))
    body = "".join(_html_row(row) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def clean(text: str) -> str:
    """Return text without control characters (line ends and tabs stay), fit for any page or terminal."""
    text = _ESCAPES.sub("", text)
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return "".join(kept)


def rich(text: str) -> str:
    """Return text as HTML, escaped, in which what stands between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", _text(text))


def _html_row(row: Row) -> str:
    details = "".join(f"<br><code>{_text(m)}</code>" for m in _distinct(row.messages))
    if row.hint:
        details += f"<br><em>Why: {rich(row.hint)}</em>"
    if row.printed:
        details += "".join(f"<br><small><code>{_text(line)}</code></small>" for line in _printed(row))
    colour = COLOURS.get(row.status, OTHER)[0]
    result = f'<strong style="color:{colour}">{WORDS[row.status]}</strong>{details}'
    cells = (rich(row.title), _points(row), result)
    return "<tr>" + "".join(f"<td {_CELL}>{cell}</td>" for cell in cells) + "</tr>"


def _points(row: Row) -> str:
    if row.score is None:
        return _counted(row.points, "extra point" if row.extra else "point")
    return f"{row.score:g} / {row.points:g}{' extra' if row.extra else ''}"


def _counted(points: float, what: str = "point") -> str:
    return f"{points:g} {what}{'' if points == 1 else 's'}"


def _distinct(messages: tuple[str, ...]) -> list[str]:
    """Leave out what only repeats an earlier message, such as the `raise` line that it came from."""
    return [m for i, m in enumerate(messages) if not any(earlier in m for earlier in messages[:i])]


def _printed(row: Row) -> list[str]:
    lines = clean(f"printed: {row.printed.strip()}").splitlines()
    shown = [line if len(line) <= WIDTH else f"{line[:WIDTH]} …" for line in lines[:PRINTED_LINES]]
    return shown if len(lines) <= PRINTED_LINES else [*shown, "…"]


def _text(text: str) -> str:
    return html.escape(clean(text))


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(clean(text), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _paint(text: str, code: int, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
