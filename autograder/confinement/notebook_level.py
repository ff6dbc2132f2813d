"""Find the strongest level at which ordinary notebooks can run here, by trying forbidden acts in cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from autograder.confinement import forbidden_acts
from autograder.confinement.finding import first_without, possible_acts
from autograder.confinement.kernel import Kernel
from autograder.confinement.kernel_process import Allowance, KernelError
from autograder.confinement.levels import LEVELS, Confinement
from autograder.confinement.surroundings import SurroundingsError
from toolkit.errors import SubmissionError

PROMISED = "AB"
"""Notebooks write files, so that nothing below Landlock keeps them to their own folder."""


def strongest_for_notebooks(accept_reduced: bool = False) -> Confinement:
    """Return the layers of the strongest level at which everything is prevented that the level forbids.

    Parameters
    ----------
    accept_reduced : bool
        Whether the levels below B, at which a notebook can read and write what others left open to
        everybody, are good enough.

    Raises
    ------
    IsolationError
        If no level that is good enough works here.
    """
    level, _ = first_without(
        lambda level: notebook_weakness(LEVELS[level], level if level in PROMISED else "D"),
        LEVELS if accept_reduced else PROMISED,
        "ordinary notebooks need isolation level A or B, and would run with your rights here",
        "set c.Autograder.accept_reduced_isolation",
    )
    return LEVELS[level]


def notebook_weakness(confinement: Confinement, level: str) -> str | None:
    """Return why notebooks are not confined as the level promises, None if they are."""
    try:
        with Kernel(confinement, None, Allowance()) as kernel:
            kernel.run(Path(forbidden_acts.__file__).read_text("utf-8"))
            return next((f"a notebook could {act}" for act in possible_acts(_Acts(kernel), level)), None)
    except (KernelError, SurroundingsError) as error:
        return str(error)


class _Acts:
    """The functions of the forbidden acts, called in cells of a notebook."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    def __getattr__(self, name: str) -> Callable[..., None]:
        def call(*arguments: str) -> None:
            for output in self._kernel.run(f"{name}{arguments!r}"):
                if output.output_type == "error":
                    raise SubmissionError("crashed", f"{output.ename}: {output.evalue}")

        return call
