"""Which mistakes can change what a check's probe gives: those that replace what it calls of the solution."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from types import FrameType
from typing import Any

from autograder.mistakes import Function, Mistake, functions_of
from toolkit.checks import Check
from toolkit.model_checks import ModelCheck
from toolkit.module import local_session
from toolkit.probe import run_probe


class Reach:
    """What probes call of a solution; each probe runs once, when it is first asked about.

    Parameters
    ----------
    solution : mapping of str to bytes
        Its modules by file name.
    seed : callable
        Returns the seed of a check's inputs.
    """

    def __init__(self, solution: Mapping[str, bytes], seed: Callable[[Check], int]) -> None:
        self._solution, self._seed = solution, seed
        self._called: dict[str, set[Function]] = {}

    def touches(self, mistake: Mistake, check: Check) -> bool:
        """Say whether the mistake can change what the check's probe gives.

        A function that the solution lacks may be called by any other of its module.
        """
        if isinstance(check, ModelCheck) or mistake.file not in self._solution:
            return check.module == mistake.module
        called = self._called_by(check)
        if mistake.replaces <= self._defined:
            return not mistake.replaces.isdisjoint(called)
        return any(file == mistake.file for file, _ in called)

    @cached_property
    def _defined(self) -> set[Function]:
        trees = {file: ast.parse(text) for file, text in self._solution.items()}
        return {(file, name) for file, tree in trees.items() for name, _ in functions_of(tree.body)}

    def _called_by(self, check: Check) -> set[Function]:
        """Return what the probe calls, module code included; all there is if the solution fails."""
        if check.name not in self._called:
            called: set[Function] = set()

            def note(frame: FrameType, event: str, argument: Any) -> None:
                if event == "call":
                    called.add((frame.f_code.co_filename, frame.f_code.co_qualname))

            sys.setprofile(note)
            try:
                outcome = run_probe(check, local_session(self._solution), self._seed(check), ())
            finally:
                sys.setprofile(None)
            self._called[check.name] = self._defined if outcome.outputs is None else called
        return self._called[check.name]
