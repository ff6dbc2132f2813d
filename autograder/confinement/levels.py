"""The levels of isolation: what each is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Confinement:
    """Which layers surround a submission's process, besides those that every level has.

    Every level has a process of its own without descriptors or environment, limits on memory, CPU time,
    files and processes, and a spare user id if the grader is root.

    Attributes
    ----------
    bubblewrap : bool
        Namespaces in which only the interpreter and the permitted packages exist.
    landlock : bool
        No file can be opened but those of the standard library and the permitted packages.
    seccomp : bool
        Only the system calls on a list are carried out.
    """

    bubblewrap: bool = False
    landlock: bool = False
    seccomp: bool = False

    @property
    def level(self) -> str:
        """The highest level of which no layer is missing."""
        layers = {name for name, there in vars(self).items() if there}
        return min(
            name for name, level in LEVELS.items() if {n for n, on in vars(level).items() if on} <= layers
        )


LEVELS = {
    "A": Confinement(bubblewrap=True, landlock=True, seccomp=True),
    "B": Confinement(landlock=True, seccomp=True),
    "C": Confinement(seccomp=True),
    "D": Confinement(),
}
