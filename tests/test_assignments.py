"""Every assignment's checks: the solution earns all, a stub nothing, and each mistake loses points."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.collecting.collect import Submission, digest
from autograder.confinement.levels import LEVELS
from autograder.confinement.zygote import Zygote
from autograder.course import Course
from autograder.grade import Grader
from autograder.references import References, read_modules
from autograder.seeds import PUBLIC_SEEDS, VARIABLE
from autograder.verify import Verification, as_json, as_text, verify
from toolkit.checks import Check
from toolkit.comparison import judge_output

ROOT = Path(__file__).parent.parent
COURSE = Course(ROOT)
NAMES = COURSE.assignments_with_checks()
RECORDED = Path(__file__).parent / "recorded"

pytestmark = pytest.mark.slow


@functools.cache
def verified(name: str) -> Verification:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "the secret of the tests")
        return verify(COURSE, name)


@pytest.fixture(params=NAMES)
def report(request: pytest.FixtureRequest, data_installed: Path) -> Verification:
    return verified(request.param)


@pytest.mark.xdist_group("verify")
def test_verify_is_green(report):
    assert report.problems == [], as_text(report)
    assert (report.solution, report.stub) == (1.0, 0.0)
    assert set(report.trivial.values()) == {0.0}
    assert all(m.lost and m.named for m in report.mistakes)


@pytest.mark.xdist_group("verify")
def test_there_are_enough_checks_and_mistakes(report):
    assert len(report.checks) >= 15
    assert len(report.mistakes) >= 15


@pytest.mark.xdist_group("verify")
def test_every_mistake_scores_what_it_did(report):
    """A check that compares less than before changes some mistake's score."""
    expected = json.loads((RECORDED / f"{report.assignment}.json").read_text())
    assert {m.name: m.score for m in report.mistakes} == pytest.approx(expected["scores"], abs=1e-6)


@pytest.mark.xdist_group("verify")
def test_the_json_is_the_contract(report):
    (only,) = as_json([report])["assignments"]
    assert {"assignment", "solution", "stub", "checks", "mistakes"} <= only.keys()
    assert {"name", "points"} == only["checks"][0].keys()
    assert {"name", "check", "lost", "named", "score"} == only["mistakes"][0].keys()


@pytest.mark.parametrize("name", NAMES)
def test_the_solution_passes_unchanged_at_every_level(name, data_installed):
    assignment = COURSE.assignment(name)
    solution = read_modules(assignment.solution)
    submission = Submission("ada", solution, {}, (), None, digest(solution))
    said = {}
    for level, confinement in LEVELS.items():
        with Grader(assignment, PUBLIC_SEEDS, Zygote(confinement, assignment.packages)) as grader:
            result = grader.grade(submission)
        assert (result.isolation, result.score) == (level, result.max_score)
        said[level] = [(c.name, c.status, c.score, c.messages) for c in result.checks]
    assert said["A"] == said["B"] == said["C"] == said["D"]


@pytest.fixture(scope="module", params=NAMES)
def references(request: pytest.FixtureRequest, data_installed: Path) -> Iterator[References]:
    zygote = Zygote(LEVELS["D"])
    yield References(COURSE.assignment(request.param), PUBLIC_SEEDS, zygote)
    zygote.close()


def compared(references: References) -> dict[str, list[str]]:
    return {
        check.name: [name for name in references.reference(check).outputs if check.judge(name).kind != "info"]
        for check in references.checks.values()
    }


def test_every_output_is_still_compared(references):
    expected = json.loads((RECORDED / f"{references.assignment.name}.json").read_text())
    assert compared(references) == expected["outputs"]


def test_every_comparison_can_fail(references):
    """Each output of each check is wrong for some mistake that is otherwise well-behaved."""
    harmless = [
        f"{name}: {output}"
        for name, outputs in compared(references).items()
        for output in outputs
        if references.checks[name].points and not can_fail(references, references.checks[name], output)
    ]
    assert harmless == []


def can_fail(references: References, check: Check, output: str) -> bool:
    right = references.reference(check).outputs
    found = [outcome.outputs for outcome in references.known(check).values()]
    judge = check.judge(output)
    return any(got is None or judge_output(judge, output, right, got) for got in found)
