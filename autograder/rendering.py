"""Fill the templates of pages for instructors: whatever they show is escaped, nothing in them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

from toolkit.table import clean, rich

# Nothing runs, nothing is loaded and nothing is sent, not even if something should get past the escaping.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def rendered(template: str, **values: Any) -> str:
    """Return a page; texts that it shows are stripped of control characters and escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = _number
    environment.filters["rich"] = rich
    environment.filters["decimals"] = lambda value: "–" if value is None else f"{value:.2f}".replace("-", "−")
    return environment.get_template(template).render(policy=POLICY, **values)


def _number(value: float | None, digits: int = 2) -> str:
    """Return a number with at most so many digits after the point, and a proper minus sign."""
    return "–" if value is None else f"{round(value, digits) + 0.0:g}".replace("-", "−")
