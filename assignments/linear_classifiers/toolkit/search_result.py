"""What a search found: every configuration with its accuracy, or the reason why it has none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.search_checkpoint import read_checkpoint


class SearchError(Exception):
    """A search that cannot be made; the message is one line that says what to do."""


@dataclass(frozen=True)
class Trial:
    """One configuration: its validation accuracy and its checkpoint, or why it has none.

    Attributes
    ----------
    config : dict
    accuracy : float
        0 to 1; NaN if it failed or training diverged.
    reason : str
        Why it is NaN, else empty.
    file : Path or None
        Its checkpoint. One that failed has none, and the next call tries it again.
    """

    config: dict[str, Any]
    accuracy: float
    reason: str
    file: Path | None

    def arrays(self) -> dict[str, np.ndarray]:
        """Read the arrays that were kept of it."""
        if self.file is None:
            raise SearchError(f"nothing was kept of {self.config}: {self.reason}")
        return read_checkpoint(self.file).arrays


@dataclass(frozen=True)
class SearchResult:
    """All trials, in the order in which the configurations were given, and the files that were refused.

    Attributes
    ----------
    trials : tuple of Trial
        One for each configuration, whatever became of it.
    refused : tuple of (str, str)
        Files in the folder that are no checkpoints of this search, each with the reason.
    """

    trials: tuple[Trial, ...]
    refused: tuple[tuple[str, str], ...]

    def top(self, count: int) -> list[Trial]:
        """Return the trials with the highest accuracies, best first; of equals, the first given."""
        right = [trial for trial in self.trials if not math.isnan(trial.accuracy)]
        return sorted(right, key=lambda trial: -trial.accuracy)[:count]

    @property
    def best(self) -> Trial:
        """The trial with the highest accuracy."""
        if not self.top(1):
            raise SearchError("no configuration has an accuracy; the table says why")
        return self.top(1)[0]

    def __str__(self) -> str:
        names = list(dict.fromkeys(name for trial in self.trials for name in trial.config))
        rows = [["accuracy", *names, ""]]
        failed = [trial for trial in self.trials if math.isnan(trial.accuracy)]
        for trial in [*self.top(len(self.trials)), *failed]:
            shown = "–" if math.isnan(trial.accuracy) else f"{trial.accuracy:.4f}"
            rows.append([shown, *(_short(trial.config.get(name, "")) for name in names), trial.reason])
        widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
        lines = ["  ".join([*map(str.rjust, row, widths), row[-1]]).rstrip() for row in rows]
        return "\n".join([*lines, *(f"refused {name}: {reason}" for name, reason in self.refused)])


def _short(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)
