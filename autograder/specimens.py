"""What `verify` submits: the solution, the stub, trivial answers, and the solution with each mistake."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from autograder.build import build_files
from autograder.collecting.collect import Submission, digest
from autograder.course import Assignment
from autograder.mistakes import Mistake, load_mistakes, with_mistake
from autograder.references import read_modules
from autograder.training import SOLUTION, our_models, untrained
from toolkit.checks import Check
from toolkit.imports import imported_names
from toolkit.installation import Installed

TRIVIAL = {"returns_none": "None", "returns_zero": "0.0", "returns_its_argument": ""}


@dataclass(frozen=True)
class Specimen:
    """A submission whose name says what it is; with a mistake, `only` names the checks it can change."""

    submission: Submission
    mistake: Mistake | None = None
    only: frozenset[str] | None = None


def specimens_of(assignment: Assignment, data: Installed | None) -> Iterator[Specimen]:
    """Yield them, the solution first."""
    checks = assignment.checks()
    solution = read_modules(assignment.solution) | our_models(assignment, checks, data, SOLUTION)
    yield Specimen(_handed_in("solution", solution))
    stub = {name: data for name, data in build_files(assignment, solved=False).items() if "/" not in name}
    stub = {f"{name}.py": stub[f"{name}.py"] for name in assignment.modules}
    yield Specimen(_handed_in("stub", stub))
    for name, value in TRIVIAL.items():
        modules = {file: trivial(text.decode(), value).encode() for file, text in stub.items()}
        yield Specimen(_handed_in(name, modules | untrained(checks, data)))
    importers = _importers(solution)
    for mistake in load_mistakes(assignment):
        only = _changed(checks, mistake, importers.get(mistake.module, frozenset()))
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


def _changed(checks: Mapping[str, Check], mistake: Mistake, importers: frozenset[str]) -> frozenset[str]:
    """Return the names of the checks on the mistake's module and on those that import it."""
    modules = {mistake.module} | importers
    return frozenset(c.name for c in checks.values() if c.module in modules) | {mistake.check}


def _importers(files: Mapping[str, bytes]) -> dict[str, frozenset[str]]:
    """Return for each module those that import it, directly or through others."""
    imports = {
        name.removesuffix(".py"): set(imported_names(data))
        for name, data in files.items()
        if name.endswith(".py")
    }
    importers: dict[str, frozenset[str]] = {}
    for module in imports:
        found, before = {module}, 0
        while len(found) > before:
            before = len(found)
            found |= {other for other, names in imports.items() if names & found}
        importers[module] = frozenset(found)
    return importers
