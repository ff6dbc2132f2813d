"""Say what in a class's results needs the instructor, one paragraph for each thing, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.course import Course, CourseError
from autograder.grades import count_waiting
from autograder.tally import CheckTally, ClassTally

NAMED = 6
TELLING = 10
LEVELS = {
    "C": "an old kernel or gVisor: seccomp, limits and a separate user, but no Landlock",
    "D": "a separate process with a time limit only; hostile submissions are not contained",
}
STAND_IN = "standin"


@dataclass(frozen=True)
class Need:
    """One thing to look at; `urgent` if grades are wrong or missing until somebody acts."""

    text: str
    urgent: bool = False
    names: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The first names, and how many more there are."""
        more = len(self.names) - NAMED
        return ", ".join(self.names[:NAMED]) + (f" and {more} more" if more > 0 else "")


def needs(course: Course, tally: ClassTally) -> list[Need]:
    """Return what needs the instructor, urgent things first."""
    found = [*_broken(course, tally), *_mixed(tally), *_waiting(course, tally), *_conditions(tally)]
    found += [need for check in tally.checks.values() for need in _doubtful(check)]
    return sorted(found, key=lambda need: not need.urgent)


def _broken(course: Course, tally: ClassTally) -> Iterator[Need]:
    again = f"autograder grade {tally.assignment}"
    for name, check in tally.checks.items():
        if check.failed_for:
            message, _ = check.errors.most_common(1)[0]
            yield Need(
                f"The grader itself failed on {name} ({message or 'no message'}). These submissions keep "
                f"their previous grade; mend the check or its reference, then run: {again}",
                True,
                tuple(check.failed_for),
            )
    if tally.unreadable:
        text = f"Files in results/{tally.assignment} that are not readable as results of it; run: {again}"
        yield Need(text, True, tuple(tally.unreadable))
    known = {student.student for student in tally.students}
    folders = sorted(p.parent.name for p in course.submitted.glob(f"*/{tally.assignment}") if p.is_dir())
    if missing := tuple(name for name in folders if name not in known):
        yield Need(f"Handed in, but without a result; this says why: {again}", True, missing)
    if problems := tuple(s.student for s in tally.students if s.problems):
        yield Need("Submissions with missing or refused files (see the list of students)", False, problems)


def _mixed(tally: ClassTally) -> Iterator[Need]:
    again = f"run: autograder grade {tally.assignment}"
    for counter, what in (
        (tally.grader, "versions of the checks"),
        (tally.dataset, "data sets"),
        (tally.isolation, "isolation levels"),
    ):
        if len(counter) > 1:
            yield Need(f"The results were obtained with {len(counter)} different {what}; {again}", True)


def _waiting(course: Course, tally: ClassTally) -> Iterator[Need]:
    try:
        waiting = count_waiting(course, tally.assignment)
    except CourseError as error:
        yield Need(f"Whether answers wait for points by hand is not known: {error}")
        return
    if waiting:
        who = "1 submission has" if waiting == 1 else f"{waiting} submissions have"
        yield Need(f"{who} answers that wait for points by hand: open Formgrader, Manual Grading", True)


def _conditions(tally: ClassTally) -> Iterator[Need]:
    if STAND_IN in tally.dataset:
        yield Need("Graded on the stand-in data, not on CIFAR-10: see that this is what you want")
    for level in sorted(tally.isolation.keys() & LEVELS.keys()):
        yield Need(f"Graded at isolation level {level}: {LEVELS[level]}")


def _doubtful(tally: CheckTally) -> Iterator[Need]:
    """Yield what hints at a fault in the check rather than in the submissions."""
    name = tally.check.name
    if tally.judged >= TELLING and not tally.statuses["passed"]:
        yield Need(f"Nobody of {tally.judged} passed {name}: is the check right, and the text clear?")
    if tally.discrimination is not None and tally.discrimination < 0:
        yield Need(f"Those who pass {name} do worse on the rest: look for a fault in the check")
