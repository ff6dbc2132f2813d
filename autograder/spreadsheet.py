"""Write CSV files in which a spreadsheet finds nothing but text and numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit.atomic import write_atomically
from toolkit.table import clean

FORMULA = ("=", "+", "-", "@")

Value = str | float | None


def write_csv(file: Path, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Path:
    """Write a CSV file (UTF-8, one line a row) in one step and return its path.

    Numbers are rounded to 4 decimals, None is an empty field, text is made `inert`.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (header, *rows):
        writer.writerow([inert(v) if isinstance(v, str) else v if v is None else round(v, 4) for v in row])
    write_atomically(file, text.getvalue().encode())
    return file


def inert(text: str) -> str:
    """Return text on one line without control characters, which no spreadsheet takes for a formula.

    Text that begins like one gets an apostrophe in front, as OWASP's "CSV Injection" page advises.
    """
    line = " ".join(clean(text).split())
    return f"'{line}" if line.startswith(FORMULA) else line
