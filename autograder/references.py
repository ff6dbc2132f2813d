"""Run every probe on the reference and on the known mistakes, and keep the outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.confinement.levels import LEVELS
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from autograder.course import Assignment, CourseError
from autograder.markers import SOLUTION, find_regions
from autograder.mistakes import Mistake, load_mistakes, with_mistake
from autograder.reach import Reach
from autograder.seeds import PUBLIC_SEEDS, Seeds
from toolkit import expected
from toolkit.checks import Check
from toolkit.checks_file import is_checks
from toolkit.comparison import compare
from toolkit.data import Installed, installed, provide
from toolkit.model_checks import ModelCheck
from toolkit.module import local_session
from toolkit.probe import Outcome, run_probe

PATIENCE = 120.0


@dataclass
class References:
    """Outcomes of the reference and of the mistakes of one assignment, for one set of seeds.

    They run in this process, or – checks that run `alone`, for their CPU time or memory – in a worker
    that holds nothing else. A check's outcomes are made when first asked for. Checks of trained models, which
    run nothing, are apart, in `models`. `given` are the modules that students get complete.
    """

    assignment: Assignment
    seeds: Seeds
    zygote: Zygote
    checks: dict[str, Check] = field(init=False)
    models: dict[str, ModelCheck] = field(init=False)
    mistakes: list[Mistake] = field(init=False)
    hints: dict[str, str] = field(init=False)
    keeps: dict[str, float] = field(init=False)
    files: dict[str, bytes] = field(init=False)
    given: dict[str, bytes] = field(init=False)
    reach: Reach = field(init=False)
    _references: dict[str, Outcome] = field(default_factory=dict)
    _mistakes: dict[str, dict[str, Outcome]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        declared = self.assignment.checks()
        self.models = {name: c for name, c in declared.items() if isinstance(c, ModelCheck)}
        self.checks = {name: c for name, c in declared.items() if name not in self.models}
        self.mistakes = load_mistakes(self.assignment)
        self.hints = {m.name: m.hint for m in self.mistakes}
        self.keeps = {m.name: m.keeps for m in self.mistakes if m.keeps}
        self.files = read_modules(self.assignment.hidden / "reference")
        self._solution = read_modules(self.assignment.solution)
        self.reach = Reach(self._solution, self.seed)
        checked = {f"{check.module}.py" for check in declared.values()}
        self.given = {
            name: data
            for name, data in self._solution.items()
            if name not in checked and not find_regions(data.decode(), name, [SOLUTION])
        }

    def seed(self, check: Check) -> int:
        """Return the seed of the check's inputs."""
        return self.seeds.seed(self.assignment.name, check.name)

    def reference(self, check: Check) -> Outcome:
        """Return what the probe gives on the reference.

        Raises
        ------
        CourseError
            If the probe fails on the reference.
        """
        if check.name not in self._references:
            outcome = self._run(check, self.files, None)
            if outcome.outputs is None:
                where = f"check {check.name} of {self.assignment.name}"
                raise CourseError(
                    f"{where} fails on the reference: {outcome.message} {' '.join(outcome.frames)}"
                )
            self._references[check.name] = outcome
        return self._references[check.name]

    def known(self, check: Check) -> Mapping[str, Outcome]:
        """Return what the probe gives on each mistake in the check's module that it can tell from right.

        Those made for this check come first; a check that runs alone, which takes long, knows no others.
        Conventions count in whatever module they are.
        """
        if check.name not in self._mistakes:
            outcomes = {m.name: self.mistaken(check, m) for m in self.likely(check)}
            reference = self.reference(check)
            self._mistakes[check.name] = {
                name: outcome
                for name, outcome in outcomes.items()
                if compare(check, reference, outcome).status != "passed"
            }
        return self._mistakes[check.name]

    def likely(self, check: Check) -> list[Mistake]:
        """Return the mistakes that `known` runs."""
        own = [m for m in self.mistakes if m.check == check.name]
        if check.alone:
            return own
        others = [m for m in self.mistakes if m.check != check.name and (m.module == check.module or m.keeps)]
        return own + [m for m in others if self.reach.touches(m, check)]

    def mistaken(self, check: Check, mistake: Mistake) -> Outcome:
        """Return what the probe gives on the solution with a mistake in it."""
        return self._run(check, with_mistake(self._solution, mistake), self.reference(check))

    def _run(self, check: Check, files: Mapping[str, bytes], reference: Outcome | None) -> Outcome:
        shapes = reference.shapes if reference else None
        if not check.alone:
            return run_probe(check, local_session(files), self.seed(check), shapes)
        worker = Worker(self.zygote, files)
        worker.allow(PATIENCE)
        try:
            return run_probe(check, worker.session, self.seed(check), shapes)
        finally:
            worker.close()


def data_for(checks: Mapping[str, Check]) -> Installed | None:
    """Return the data set for the checks, provided now if one of them uses it, else what is installed."""
    return provide() if any(check.data for check in checks.values()) else installed()


def read_modules(folder: Path) -> dict[str, bytes]:
    """Return the modules in a folder by file name; those that hold checks are none."""
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.py")) if not is_checks(file.name)}


def public_expected(assignment: Assignment) -> bytes:
    """Return `expected.npz` of an assignment: outcomes of its public checks for the public seed."""
    zygote = Zygote(LEVELS["D"], assignment.packages)  # only our own code runs
    try:
        references = References(assignment, PUBLIC_SEEDS, zygote)
        public = {name: c for name, c in references.checks.items() if not c.hidden}
        known = {name: dict(references.known(c)) for name, c in public.items()}
        shown = [m for m in references.mistakes if any(m.name in found for found in known.values())]
        content = expected.Expected(
            assignment.name,
            expected.cells_of(assignment.checks()),
            {name: references.reference(c) for name, c in public.items()},
            known,
            {m.name: m.hint for m in shown},
            {m.name: m.keeps for m in shown if m.keeps},
            tuple(name.removesuffix(".py") for name in references.given),
        )
    finally:
        zygote.close()
    return expected.write(content, references.checks)
