"""What `verify` submits: the solution, the stub, trivial answers, and the solution with each mistake."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.collecting.collect import Submission, digest
from autograder.course import Assignment
from autograder.mistakes import Mistake, load_mistakes, with_mistake
from autograder.reach import Reach
from autograder.references import read_modules
from autograder.seeds import Seeds
from autograder.stubs import stub_module
from autograder.training import SOLUTION, our_models, untrained
from toolkit.installation import Installed

TRIVIAL = {"returns_none": "None", "returns_zero": "0.0", "returns_its_argument": ""}


@dataclass(frozen=True)
class Specimen:
    """A submission whose name says what it is; with a mistake, `only` names the checks it can change."""

    submission: Submission
    mistake: Mistake | None = None
    only: frozenset[str] | None = None


def specimens_of(assignment: Assignment, data: Installed | None, seeds: Seeds) -> Iterator[Specimen]:
    """Yield them, the solution first; `seeds` are those that they will be graded with."""
    checks = assignment.checks()
    modules = read_modules(assignment.solution)
    reach = Reach(modules, lambda check: seeds.seed(assignment.name, check.name))
    solution = modules | our_models(assignment, checks, data, SOLUTION)
    yield Specimen(_handed_in("solution", solution))
    stub = {file: stub_module(text.decode(), file).encode() for file, text in modules.items()}
    yield Specimen(_handed_in("stub", stub))
    for name, value in TRIVIAL.items():
        answers = {file: trivial(text.decode(), value).encode() for file, text in stub.items()}
        yield Specimen(_handed_in(name, answers | untrained(checks, data)))
    for mistake in load_mistakes(assignment):
        touched = {check.name for check in checks.values() if reach.touches(mistake, check)}
        only = frozenset(touched | {mistake.check})
        yield Specimen(_handed_in(mistake.name, with_mistake(solution, mistake)), mistake, only)


def trivial(source: str, value: str) -> str:
    """Return a stub's source with every unimplemented function returning `value`, or its first argument."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(_is_stub(line) for line in ast.walk(node)):
            names = [a.arg for a in node.args.args if a.arg != "self"]
            node.body = [ast.parse(f"return {value or (names[0] if names else 'None')}").body[0]]
    return ast.unparse(ast.fix_missing_locations(tree))


def _is_stub(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) and "NotImplementedError" in ast.dump(node)


def _handed_in(name: str, files: dict[str, bytes]) -> Submission:
    models = {file: data for file, data in files.items() if file.endswith(".npz")}
    modules = {file: data for file, data in files.items() if file not in models}
    return Submission(name, modules, {}, (), None, digest(files), models)
