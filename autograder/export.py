"""Export an assignment's grades for other systems: CSV, Canvas and Gradescope."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from autograder import results
from autograder.cells import row
from autograder.collecting.collect import SubmissionError, check_student_id
from autograder.course import Course, CourseError
from autograder.grades import CellGrade, Grades, StudentGrades, read_grades
from autograder.results import CheckResult, Result
from autograder.spreadsheet import Value, write_csv
from toolkit.atomic import write_atomically
from toolkit.table import clean

POINTS_ROW = "Points Possible"


def export(course: Course, assignment: str, format: str, canvas_id: int | None = None) -> Path:
    """Write the grades that count, points given by hand included, for another system.

    Parameters
    ----------
    course : Course
    assignment : str
    format : {"csv", "canvas", "gradescope"}
        `reports/<assignment>/grades.csv`, `reports/<assignment>/canvas.csv`, or a folder
        `reports/<assignment>/gradescope/` with `<student>/results.json`.
    canvas_id : int, optional
        Canvas' number of the assignment; without it Canvas looks for one of this name.

    Returns
    -------
    Path
        The file or folder written.

    Raises
    ------
    CourseError
        If the format is unknown, or the gradebook is missing or has no submission to the assignment.
    """
    writers: dict[str, Callable[[Course, Grades], Path]] = {
        "csv": write_table,
        "canvas": lambda course, grades: write_canvas(course, grades, canvas_id),
        "gradescope": write_gradescope,
    }
    if format not in writers:
        raise CourseError(f"unknown format {format!r}: expected one of {', '.join(writers)}")
    grades = read_grades(course, course.assignment(assignment).name)
    if not any(student.submitted for student in grades.students):
        raise CourseError(
            f"the gradebook has no submission to {assignment}; run `autograder grade {assignment}` first"
        )
    return writers[format](course, grades)


def write_table(course: Course, grades: Grades) -> Path:
    """Write one line for each student in the gradebook; those who handed nothing in have no score."""
    cells = [f"{notebook}/{cell}" for notebook, cell in grades.cells]
    header = ["student", "name", "score", "max_score", "late_penalty", "needs_hand_grading", *cells]

    def rows() -> Iterator[list[Value]]:
        for s in grades.students:
            points = [s.cells[cell].score if cell in s.cells else None for cell in grades.cells]
            sums = [s.score, grades.max_score, s.penalty] if s.submitted else [None, grades.max_score, None]
            yield [s.student, s.name, *sums, "yes" if s.waiting else "no", *points]

    return write_csv(course.reports / grades.assignment / "grades.csv", header, rows())


def write_canvas(course: Course, grades: Grades, canvas_id: int | None = None) -> Path:
    """Write what Canvas' "Import grades" reads; students are found by their login, the student's id here.

    Who handed nothing in is left out, so that nothing in Canvas is overwritten. The columns are those of
    the importer of Canvas itself (`lib/gradebook_importer.rb` in instructure/canvas-lms).
    """
    title = grades.assignment if canvas_id is None else f"{grades.assignment} ({canvas_id})"
    header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]

    def rows() -> Iterator[list[Value]]:
        yield [POINTS_ROW, "", "", "", "", grades.max_score]
        for s in grades.students:
            name = s.name or s.student
            if s.submitted:
                yield ["" if POINTS_ROW in name else name, "", "", s.student, "", s.score]

    return write_csv(course.reports / grades.assignment / "canvas.csv", header, rows())


def write_gradescope(course: Course, grades: Grades) -> Path:
    """Write a `results.json` for each submission, as Gradescope's "Autograder Specifications" describe it.

    `score` is the gradebook's, which overrides the sum of the tests. Hidden checks show once grades are
    published.
    """
    folder = course.reports / grades.assignment / "gradescope"
    for student in grades.students:
        if not student.submitted:
            continue
        try:
            name = check_student_id(student.student)
        except SubmissionError as error:
            raise CourseError(str(error)) from error
        result = results.read(results.path(course, grades.assignment, name))
        content = msgspec.json.format(msgspec.json.encode(_gradescope(grades, student, result)), indent=1)
        write_atomically(folder / name / "results.json", content + b"\n")
    return folder


def _gradescope(grades: Grades, student: StudentGrades, result: Result | None) -> dict[str, Any]:
    checks = result.checks if result else []
    automatic = result.cell_scores() if result else {}
    tests = [_check_test(check) for check in checks]
    tests += [
        _cell_test(cell, grade, grades.cells[cell])
        for cell, grade in student.cells.items()
        if cell[1] not in automatic
    ]
    changed = [
        f"{cell[1]}: {automatic[cell[1]]:g} points found by the checks, {grade.score:g} given"
        for cell, grade in student.cells.items()
        if cell[1] in automatic and abs(grade.score - automatic[cell[1]]) > 1e-4
    ]
    late = [f"Late penalty: {student.penalty:g} points"] if student.penalty else []
    problems = result.problems if result else []
    return {
        "score": round(student.score, 4),
        "execution_time": round(result.seconds) if result else 0,
        "output": clean("\n".join([*problems, *changed, *late])),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
    }


def _check_test(check: CheckResult) -> dict[str, Any]:
    shown = row(check)
    lines = [*shown.messages, *([f"Why: {shown.hint}"] if shown.hint else [])]
    test = {
        "name": clean(check.title),
        "score": check.score,
        "max_score": 0.0 if check.optional else check.points,
        "output": clean("\n".join(lines)),
        "visibility": "after_published" if check.hidden else "visible",
    }
    if check.status == "grader_error":
        return test | {"output": "The grader failed here; not your fault. The previous grade stands."}
    return test | {"status": "passed" if check.status == "passed" else "failed"}


def _cell_test(cell: tuple[str, str], grade: CellGrade, points: float) -> dict[str, Any]:
    output = "Waits for points given by hand." if grade.waiting else ""
    return {
        "name": cell[1],
        "score": round(grade.score, 4),
        "max_score": points,
        "output": output,
        "visibility": "visible",
    }
