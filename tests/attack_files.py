"""The attacks in `attacks/<topic>/*.py`: what each tries, and which layer must stop it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from autograder.mistakes import splice
from toolkit.constants import constant

FOLDER = Path(__file__).parent / "attacks"
COMPANIONS = {"raw_syscall.py": (FOLDER / "raw_syscall.py").read_bytes()}
"""Modules that an attack may import beside its own."""

IN_A_WORKER = "secrets forging values control network privilege persistence skipping".split()

LAYERS = {
    # around the process
    "bubblewrap": "nothing else exists in its namespaces",
    "landlock": "the file cannot be opened",
    "seccomp": "the system call is refused",
    "rlimits": "the kernel grants no more",
    "uid": "it belongs to another user",
    "descriptors": "they were closed",
    "environment": "it was emptied",
    "imports": "the package cannot be imported",
    "zygote": "the process it was forked from never held it",
    "process": "a submission shares its process with nobody",
    "deadline": "it is killed when its time is over",
    # around what comes back
    "codec": "it is parsed with limits",
    "facade": "only plain values cross",
    "comparison": "outputs are judged in the trusted process",
    "cpu": "the kernel's clock counts the CPU time",
}


@dataclass(frozen=True)
class Attack:
    """One file: an `attack(target)` to be run in a worker, or changed definitions of a module to be graded.

    Attributes
    ----------
    name : str
        `topic/file`.
    text : str
    tries : str
        The docstring.
    stopped_by : str
        A key of `LAYERS`.
    module : str
        The module that the definitions change; empty for an attack to be run.
    checks : tuple of str
        Checks on which it must earn nothing.
    spoils_its_worker : bool
        Later checks of the same submission fail, too.
    needs_root : bool
        Without any layer it would still need root's rights.
    needs_channel : bool
        It is nothing outside of a worker.
    """

    name: str
    text: str
    tries: str
    stopped_by: str
    module: str = ""
    checks: tuple[str, ...] = ()
    spoils_its_worker: bool = False
    needs_root: bool = False
    needs_channel: bool = False

    @property
    def topic(self) -> str:
        return self.name.partition("/")[0]

    @property
    def bystander(self) -> str:
        """A check that has nothing to do with it."""
        return "l1_distances" if self.module == "cross_validation" else "choose_k"

    def files(self) -> dict[str, bytes]:
        """Return the modules of a worker that runs it."""
        return {**COMPANIONS, "attack.py": self.text.encode()}

    def into(self, solution: dict[str, bytes]) -> dict[str, bytes]:
        """Return a solution's files with the attack's definitions in place of its own."""
        name = f"{self.module}.py"
        return {**solution, name: splice(solution[name].decode(), self.text, self.name).encode()}


def load_attacks(topics: list[str] = IN_A_WORKER) -> dict[str, Attack]:
    """Return the attacks of the topics by name."""
    files = [file for topic in topics for file in sorted((FOLDER / topic).glob("*.py"))]
    return {attack.name: attack for attack in map(load_attack, files)}


def load_attack(file: Path) -> Attack:
    """Read an attack without running it.

    Raises
    ------
    ValueError
        If it lacks a docstring or a STOPPED_BY that `LAYERS` knows.
    """
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = f"{file.parent.name}/{file.stem}"
    tries, layer = ast.get_docstring(tree), constant(tree, "STOPPED_BY")
    if not tries or layer not in LAYERS:
        raise ValueError(f"{name}: an attack needs a docstring and a STOPPED_BY from {', '.join(LAYERS)}")
    return Attack(
        name,
        text,
        tries,
        layer,
        constant(tree, "MODULE", ""),
        tuple(constant(tree, "CHECK", "").split()),
        constant(tree, "SPOILS_ITS_WORKER", False),
        constant(tree, "NEEDS_ROOT", False),
        constant(tree, "NEEDS_CHANNEL", False),
    )
