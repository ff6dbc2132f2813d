"""Say what this machine has for grading: versions, data, isolation and why."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
from dataclasses import dataclass

from autograder.confinement.confine import ISOLATION
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from autograder.course import Course
from autograder.seeds import FILE, VARIABLE
from toolkit import data

PACKAGES = ("numpy", "scipy", "nbgrader", "nbconvert", "jupyterlab", "sqlalchemy")
WHY = (
    "separate process with limits on memory, CPU and file size, an empty environment, no descriptors but its "
    "channel, a spare user id when started by root; Landlock, seccomp and bubblewrap are not used, so a "
    "submission may read files that this user may read"
)


@dataclass(frozen=True)
class Finding:
    """One line of the examination; `wrong` says that grading would not work."""

    name: str
    value: str
    wrong: bool = False


def examine(course: Course) -> list[Finding]:
    """Look at what grading needs, by trying it where possible."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    return [
        Finding("python", f"{platform.python_version()} at {sys.executable}", sys.version_info < (3, 11)),
        Finding("packages", versions),
        Finding(
            "course",
            f"{course.root}: {', '.join(course.assignments_with_checks()) or 'no assignment with checks'}",
        ),
        _data(),
        _secret(course),
        _alembic(),
        _worker(),
        Finding("isolation", f"level {ISOLATION}: {WHY}"),
    ]


def _data() -> Finding:
    found = data.installed()
    if found is None:
        return Finding(
            "data", "none: run `autograder data` (CIFAR-10) or `autograder data --dataset standin`"
        )
    return Finding("data", str(found))


def _secret(course: Course) -> Finding:
    file = course.root / FILE
    if not file.exists():
        return Finding("secret", f"none yet: the first grade makes {file}, unless ${VARIABLE} is set")
    mode = file.stat().st_mode & 0o777
    return Finding(
        "secret", f"{file}, mode {mode:o}" + ("" if mode == 0o600 else ": run chmod 600"), mode != 0o600
    )


def _alembic() -> Finding:
    found = shutil.which("alembic")
    return Finding("alembic", found or "not on PATH: nbgrader cannot make a gradebook", found is None)


def _worker() -> Finding:
    zygote = Zygote()
    try:
        worker = Worker(zygote, {"probe.py": b"def answer():\n    return 42\n"})
        worker.allow(10)
        answer = worker.session.module("probe").answer()
        worker.close()
    except (OSError, RuntimeError) as error:
        return Finding("worker", f"cannot be started: {error}", True)
    finally:
        zygote.close()
    return Finding("worker", "starts and answers", answer != 42)
