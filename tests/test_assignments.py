"""Every assignment's checks: the solution earns all, a stub nothing, and each mistake loses points."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sizes import FULL_SIZE

from autograder.collecting.collect import Submission, digest
from autograder.confinement.levels import LEVELS
from autograder.confinement.zygote import Zygote
from autograder.course import Course
from autograder.grade import Grader
from autograder.references import References, read_modules
from autograder.seeds import PUBLIC_SEEDS, VARIABLE
from autograder.training import SOLUTION, our_models
from autograder.verify import Verification, as_json, as_text, verify
from toolkit.checks import Check
from toolkit.comparison import compare, judge_output
from toolkit.installation import installed
from toolkit.model_checks import ModelCheck
from toolkit.probe import Outcome

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


@pytest.fixture(params=[pytest.param(n, marks=pytest.mark.xdist_group(f"verify {n}")) for n in NAMES])
def report(request: pytest.FixtureRequest, data_installed: Path) -> Verification:
    return verified(request.param)


def test_verify_is_green(report):
    assert report.problems == [], as_text(report)
    assert (report.solution, report.stub) == (1.0, 0.0)
    assert set(report.trivial.values()) == {0.0}
    assert all(m.lost and m.named for m in report.mistakes)
    assert all(c.named for c in report.conventions)


def test_there_are_enough_checks_and_mistakes(report):
    assert len(report.checks) >= 20
    assert len(report.mistakes) >= 25


def test_every_mistake_scores_what_it_did(report):
    """A check that compares less than before changes some mistake's score.

    Mistakes in trained models are not among them: their scores depend on which data is installed.
    """
    expected = json.loads((RECORDED / f"{report.assignment}.json").read_text())
    checks = COURSE.assignment(report.assignment).checks()
    scores = {
        m.name: m.score
        for m in (*report.mistakes, *report.conventions)
        if not isinstance(checks[m.check], ModelCheck)
    }
    assert scores == pytest.approx(expected["scores"], abs=1e-6)


def test_the_json_is_the_contract(report):
    (only,) = as_json([report])["assignments"]
    assert {"assignment", "solution", "stub", "checks", "mistakes"} <= only.keys()
    assert {"name", "points"} == only["checks"][0].keys()
    assert {"name", "check", "lost", "named", "score"} == only["mistakes"][0].keys()
    assert all({"name", "check", "keeps", "named", "score"} == c.keys() for c in only["conventions"])


@pytest.mark.parametrize("name", NAMES)
def test_the_solution_passes_unchanged_at_every_level(name, data_installed):
    assignment = COURSE.assignment(name)
    solution = read_modules(assignment.solution)
    models = our_models(assignment, assignment.checks(), installed(), SOLUTION)
    submission = Submission("ada", solution, {}, (), None, digest(solution | models), models)
    said, references = {}, None
    for level in LEVELS if FULL_SIZE else "AD":
        with Grader(assignment, PUBLIC_SEEDS, Zygote(LEVELS[level], assignment.packages)) as grader:
            if references:  # with the outcomes that were made for the level before
                grader.references = dataclasses.replace(references, zygote=grader.zygote)
            result, references = grader.grade(submission), grader.references
        assert (result.isolation, result.score) == (level, sum(c.points for c in result.checks))
        said[level] = [(c.name, c.status, c.score, c.messages) for c in result.checks]
    assert all(each == said["A"] for each in said.values())


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


@pytest.mark.xdist_group("comparisons")
def test_every_output_is_still_compared(references):
    expected = json.loads((RECORDED / f"{references.assignment.name}.json").read_text())
    assert compared(references) == expected["outputs"]


@pytest.mark.xdist_group("comparisons")
def test_every_comparison_can_fail(references):
    """Each output of each check is wrong for some mistake that is otherwise well-behaved."""
    harmless = [
        f"{name}: {output}"
        for name, outputs in compared(references).items()
        if references.checks[name].points
        for output in never_wrong(references, references.checks[name], outputs)
    ]
    assert harmless == []


def never_wrong(references: References, check: Check, outputs: list[str]) -> list[str]:
    """Return the outputs that no mistake gets wrong; mistakes are tried until there is none."""
    reference = references.reference(check)
    for mistake in references.likely(check):
        if outputs:
            outcome = references.mistaken(check, mistake)
            if compare(check, reference, outcome).status != "passed":
                outputs = [o for o in outputs if not is_wrong(check, o, reference, outcome)]
    return outputs


def is_wrong(check: Check, output: str, reference: Outcome, outcome: Outcome) -> bool:
    if outcome.outputs is None:
        return True
    return bool(judge_output(check.judge(output), output, reference.outputs, outcome.outputs))
