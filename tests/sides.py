"""The two implementations of each assignment that tests compare: the solution and the reference."""

from pathlib import Path

import pytest

from autograder.references import read_modules
from toolkit.modules import Modules

ROOT = Path(__file__).parent.parent

either_side = pytest.mark.parametrize("side", ["solution", "reference"])


def sides(assignment: str) -> dict[str, Modules]:
    """Return the modules of both sides of an assignment."""
    folders = {
        "solution": ROOT / "source" / assignment / "solution",
        "reference": ROOT / "autograder" / "hidden" / assignment / "reference",
    }
    return {side: Modules(read_modules(folder)) for side, folder in folders.items()}
