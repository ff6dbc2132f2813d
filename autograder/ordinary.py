"""Grade ordinary nbgrader assignments: look at a submission's files first, run its notebooks confined."""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path, PurePath
from typing import Any

from nbconvert.preprocessors import ExecutePreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade, is_grade
from traitlets import Instance, Integer
from traitlets.utils.importstring import import_item

from autograder.collecting.collect import SubmissionError, check_student_id
from autograder.collecting.strict_files import HardLinkError, RefusedError, opened_file, opened_folder, shown
from autograder.collecting.student_notebook import CELL_LIMIT, NotebookError, parse
from autograder.confinement.kernel import Kernel
from autograder.confinement.kernel_process import Allowance
from autograder.confinement.levels import Confinement
from autograder.confinement.notebook_level import strongest_for_notebooks
from autograder.course import Assignment, Course, CourseError

ENTRY_LIMIT = 2_000
DEPTH_LIMIT = 16
SIZE_LIMIT = 256 << 20
LANGUAGE = {"name": "python", "pygments_lexer": "ipython3", "version": platform.python_version()}


class ConfinedExecute(Execute):
    """Runs every code cell of a notebook in a confined process; takes the place of nbgrader's `Execute`.

    Of the settings of `Execute` only `timeout` counts. Whatever the notebook names, it runs in IPython.
    """

    confinement = Instance(Confinement, help="The layers around the process.")
    total_timeout = Integer(600, help="Seconds for all cells of a notebook together.").tag(config=True)
    memory_limit = Integer(2 << 30, help="Bytes of address space of a notebook.").tag(config=True)
    disk_limit = Integer(512 << 20, help="Bytes of files that a notebook may write.").tag(config=True)
    output_limit = Integer(32 << 20, help="Bytes of all outputs of a notebook.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: None = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run the notebook in a copy of its folder, and return it with the outputs."""
        timed = self.timeout is not None and self.timeout > 0
        allowance = Allowance(
            cell=self.timeout if timed else self.total_timeout,
            total=self.total_timeout,
            memory=self.memory_limit,
            disk=self.disk_limit,
            outputs=self.output_limit,
        )
        with Kernel(self.confinement, Path(resources["metadata"]["path"]), allowance) as kernel:
            code = [cell for cell in nb.cells if cell.cell_type == "code"]
            for number, cell in enumerate(code, start=1):
                cell.outputs = kernel.run(cell.source)
                cell.execution_count = number
                if is_grade(cell) and (problem := _ungradable(cell)):
                    said = {"ename": "ScoreError", "evalue": problem, "traceback": [problem]}
                    cell.outputs = [new_output("error", **said)]
        nb.metadata["language_info"] = dict(LANGUAGE)
        return nb, resources


def confine_notebooks(converter: Autograde, course: Course) -> None:
    """Have nbgrader's command run notebooks confined, at the strongest level that works here.

    Raises
    ------
    CourseError
        If they cannot be confined, and the course does not accept that.
    """
    confinement = strongest_for_notebooks(course.accepts_reduced_isolation)
    converter.log.info("notebooks run at isolation level %s", confinement.level)
    confined = ConfinedExecute(confinement=confinement, parent=converter)
    converter.autograde_preprocessors = [
        confined if _executes(step) else step for step in converter.autograde_preprocessors
    ]


def refuse_other_languages(assignment: Assignment) -> None:
    """Raise `CourseError` if a notebook of the author's is not written in Python."""
    for path in assignment.notebooks:
        metadata = json.loads(path.read_text("utf-8")).get("metadata", {})
        told = (metadata.get("kernelspec", {}).get("language"), metadata.get("language_info", {}).get("name"))
        other = next((name for name in told if name and name.lower() != "python"), None)
        if other:
            raise CourseError(f"{path}: written in {other}, but only Python notebooks can be run confined")


def check_files(folder: Path) -> None:
    """Raise `SubmissionError` if nbgrader must not copy or cannot read `submitted/<student>/<assignment>`.

    It would follow links, wait for pipes, and stumble over a notebook that is none.
    """
    check_student_id(folder.parent.name)
    try:
        with opened_folder(folder.parent) as parent, opened_folder(folder.name, parent) as directory:
            sizes = _check(directory, PurePath())
    except OSError as error:
        raise SubmissionError(
            f"{folder}: no readable folder ({error.strerror}); links are not followed"
        ) from None
    if sum(sizes) > SIZE_LIMIT:
        raise SubmissionError(f"{folder}: more than {SIZE_LIMIT >> 20} MB of files")


def _check(directory: int, where: PurePath) -> list[int]:
    """Return the sizes of the files in an opened folder, at most so many as are allowed."""
    sizes: list[int] = []
    with os.scandir(directory) as entries:
        for entry in entries:
            path = where / entry.name
            if not entry.is_dir(follow_symlinks=False):
                sizes.append(_check_file(directory, path))
            elif len(path.parts) == DEPTH_LIMIT:
                raise SubmissionError(f"{shown(str(path))}: folders are nested too deeply")
            else:
                with opened_folder(entry.name, directory) as inner:
                    sizes += [0, *_check(inner, path)]
            if len(sizes) > ENTRY_LIMIT:
                raise SubmissionError(f"more than {ENTRY_LIMIT:,} files")
    return sizes


def _check_file(directory: int, path: PurePath) -> int:
    try:
        with opened_file(directory, path.name, SIZE_LIMIT) as file:
            if path.suffix == ".ipynb" and len(parse(file.read(SIZE_LIMIT))) > CELL_LIMIT:
                raise NotebookError(f"more than {CELL_LIMIT:,} cells")
            return os.fstat(file.fileno()).st_size
    except (RefusedError, HardLinkError, NotebookError) as error:
        raise SubmissionError(f"{shown(str(path))}: {error}") from None


def _ungradable(cell: NotebookNode) -> str | None:
    """Return why nbgrader can take no score from a cell's outputs (they are forged, or no test's)."""
    try:
        determine_grade(cell)
    except Exception as error:
        return f"the outputs of this test give no score ({type(error).__name__}: {error})"
    return None


def _executes(step: object) -> bool:
    kind = import_item(step) if isinstance(step, str) else step
    return isinstance(kind, ExecutePreprocessor) or (
        isinstance(kind, type) and issubclass(kind, ExecutePreprocessor)
    )
