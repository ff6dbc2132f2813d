"""Where a course keeps things: its folders, its assignments and its nbgrader configuration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from toolkit.checks import Check
from toolkit.checks_file import declared_origins, declared_packages, is_checks, load_checks
from toolkit.model_checks import ModelCheck

CONFIG = "nbgrader_config.py"


class CourseError(Exception):
    """The course is not usable as asked; the message is one clear line (or several, one a problem)."""


@dataclass(frozen=True)
class Assignment:
    """One assignment as its author keeps it.

    Attributes
    ----------
    name : str
    source : Path
        `source/<name>`, with the notebooks and `solution/`.
    hidden : Path
        `autograder/hidden/<name>`, with `reference/` and `mistakes/`.
    """

    name: str
    source: Path
    hidden: Path

    @property
    def solution(self) -> Path:
        """Folder of the complete modules and of `checks.py`; never copied to students."""
        return self.source / "solution"

    @property
    def checks_path(self) -> Path:
        return self.solution / "checks.py"

    @property
    def has_checks(self) -> bool:
        """False for an ordinary nbgrader assignment, which nbgrader grades by itself."""
        return self.checks_path.is_file()

    @property
    def modules(self) -> tuple[str, ...]:
        """Names of the modules that students fill or are given, sorted."""
        return tuple(sorted(p.stem for p in self.solution.glob("*.py") if not is_checks(p.name)))

    @cached_property
    def models(self) -> tuple[str, ...]:
        """Names of the files of trained models that students hand in."""
        if not self.has_checks:
            return ()
        return tuple(c.module for c in self.checks().values() if isinstance(c, ModelCheck))

    def checks(self) -> dict[str, Check]:
        """Return its checks by name.

        Raises
        ------
        CourseError
            If `checks.py` cannot be loaded.
        """
        try:
            return load_checks(self.checks_path)
        except (OSError, SyntaxError, ValueError, NameError, TypeError, ImportError) as error:
            raise CourseError(f"{self.checks_path}: {error}") from None

    @property
    def packages(self) -> tuple[str, ...]:
        """Packages besides NumPy that its modules may import: `PACKAGES` in `checks.py`."""
        try:
            return declared_packages(self.checks_path.read_text("utf-8"))
        except (OSError, SyntaxError, ValueError) as error:
            raise CourseError(f"{self.checks_path}: {error}") from None

    @cached_property
    def origins(self) -> dict[str, str]:
        """Names under which CS231n's public assignments keep modules, by ours: `CS231N` in `checks.py`."""
        if not self.has_checks:
            return {}
        try:
            return declared_origins(self.checks_path.read_text("utf-8"))
        except (OSError, SyntaxError, ValueError) as error:
            raise CourseError(f"{self.checks_path}: {error}") from None

    @property
    def notebooks(self) -> tuple[Path, ...]:
        return tuple(sorted(self.source.glob("*.ipynb")))


@dataclass(frozen=True)
class Course:
    """A folder with an `nbgrader_config.py` and, below it, what the steps of the course read and write."""

    root: Path

    def __reduce__(self) -> tuple[type[Course], tuple[Path]]:
        """Go to another process without what was read: with the configuration would come all of nbgrader."""
        return Course, (self.root,)

    @property
    def source(self) -> Path:
        return self.root / "source"

    @property
    def assignments(self) -> Path:
        """Releases: what students get."""
        return self.root / "assignments"

    @property
    def submitted(self) -> Path:
        return self.root / "submitted"

    @property
    def results(self) -> Path:
        return self.root / "results"

    @property
    def autograded(self) -> Path:
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        return self.root / "feedback"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def hidden(self) -> Path:
        """References and mistakes: the course's own, or those that come with the grader."""
        own = self.root / "autograder" / "hidden"
        return own if own.is_dir() else Path(__file__).parent / "hidden"

    @cached_property
    def config(self) -> Config:
        """The course's nbgrader configuration."""
        config: Config = PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()
        return config

    @property
    def accepts_reduced_isolation(self) -> bool:
        """True if the course's configuration says that level D is good enough."""
        return bool(self.config.Autograder.get("accept_reduced_isolation", False))

    @property
    def gradebook_url(self) -> str:
        """SQLAlchemy address of nbgrader's gradebook."""
        return str(self.config.CourseDirectory.db_url)

    def assignment(self, name: str) -> Assignment:
        """Return an assignment of this course.

        Raises
        ------
        CourseError
            If `source/<name>` does not exist.
        """
        if not (self.source / name).is_dir() or "/" in name or name.startswith("."):
            known = ", ".join(self.names()) or "none"
            raise CourseError(f"no assignment {name!r} in {self.source} (there are: {known})")
        return Assignment(name, self.source / name, self.hidden / name)

    def names(self) -> list[str]:
        """Return the names of all assignments, sorted."""
        return sorted(p.name for p in self.source.glob("*") if p.is_dir() and not p.name.startswith("."))

    def assignments_with_checks(self) -> list[str]:
        """Return the names of the assignments that this grader grades, sorted."""
        return [name for name in self.names() if self.assignment(name).has_checks]


def find_course(start: Path | None = None) -> Course:
    """Return the course at `start` (default: the current folder) or above it.

    Raises
    ------
    CourseError
        If no folder there has an `nbgrader_config.py`.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return Course(folder)
    raise CourseError(f"{start} is not in a course: there is no {CONFIG} there or above (give --course DIR)")
