"""Say what this machine has for grading: versions, data, isolation and why."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
import sysconfig
from dataclasses import dataclass

from autograder.confinement.finding import Found, strongest
from autograder.confinement.remote import Worker
from autograder.course import Course, CourseError
from autograder.seeds import FILE, VARIABLE
from toolkit import data
from toolkit.errors import SubmissionError

PACKAGES = ("numpy", "scipy", "nbgrader", "nbconvert", "jupyterlab", "sqlalchemy")
LAYERS = {
    "A": "namespaces (bubblewrap), Landlock, seccomp, limits",
    "B": "Landlock, seccomp, limits",
    "C": "seccomp, limits, a user of its own; a submission can read what every user here can read",
    "D": "limits only: submissions have your rights, so grading needs --accept-reduced-isolation",
}
NOT_PRELOADED = "colorsys"


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
        *_isolation(),
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


def _isolation() -> list[Finding]:
    """Try to confine a worker, as grading does, and say how far that went."""
    try:
        found = strongest(accept_reduced=True)
    except CourseError as error:
        return [Finding("isolation", str(error), wrong=True)]
    try:
        reasons = "".join(f"; not {weakness}" for weakness in found.weaknesses)
        isolation = f"level {found.level}: {LAYERS[found.level]}{reasons}"
        return [Finding("isolation", isolation, wrong=found.level == "D"), _library(found)]
    finally:
        found.zygote.close()


def _library(found: Found) -> Finding:
    """See whether workers, as the user that they become, can read the standard library."""
    worker = Worker(found.zygote, {"probe.py": f"import {NOT_PRELOADED}".encode()})
    try:
        worker.allow(10)
        worker.session.start(0)
        worker.session.module("probe").__getattr__(NOT_PRELOADED)
    except SubmissionError:
        return Finding(
            "library",
            f"workers cannot read {sysconfig.get_path('stdlib')}: submissions can import common modules "
            "only (install Python where every user can read it)",
        )
    finally:
        worker.close()
    return Finding("library", "submissions can import all of the standard library")
