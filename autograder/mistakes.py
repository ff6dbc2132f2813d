"""Known mistakes: small files whose definitions are spliced into the solution's module."""

from __future__ import annotations

import ast
import inspect
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.constants import constants
from autograder.course import Assignment, CourseError
from toolkit.trained_model import DATA_NAME, DATA_SHA256


@dataclass(frozen=True)
class Mistake:
    """A known-wrong implementation.

    Attributes
    ----------
    name : str
    hint : str
        Its docstring: what a student reads when it is recognised.
    module, check : str
        The module or model it changes, and the check on which it must lose points.
    changes : str
        The definitions that replace the solution's; of a mistake in a trained model, `spoil(arrays)`, which
        makes it, and `mend(arrays, inputs)`, which undoes it.
    keeps : float, optional
        Set for a convention, an answer that is right in its own way: the share of the points it keeps.
    """

    name: str
    hint: str
    module: str
    check: str
    changes: str
    keeps: float | None = None

    def into(self, source: str) -> str:
        """Return a module's source with the mistake in it."""
        return splice(source, self.changes, self.name)

    def functions(self) -> dict[str, Any]:
        """Return the functions of a mistake in a trained model."""
        namespace: dict[str, Any] = {}
        exec(compile(self.changes, f"{self.name}.py", "exec"), namespace)
        return namespace

    def spoiled(self, model: bytes) -> bytes:
        """Return a trained model's file with the mistake in it."""
        with np.load(io.BytesIO(model), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files if name not in (DATA_NAME, DATA_SHA256)}
            texts = {name: file[name] for name in (DATA_NAME, DATA_SHA256)}
        stream = io.BytesIO()
        np.savez(stream, allow_pickle=False, **self.functions()["spoil"](arrays), **texts)
        return stream.getvalue()

    def replaces(self) -> set[str]:
        """Return the names of the functions and methods that the mistake replaces."""
        return {node.name for node in ast.walk(ast.parse(self.changes)) if isinstance(node, ast.FunctionDef)}


def load_mistakes(assignment: Assignment) -> list[Mistake]:
    """Return the mistakes of an assignment, sorted by name.

    Raises
    ------
    CourseError
        If a file lacks its docstring, MODULE or CHECK, or replaces what the solution does not define.
    """
    return [_load(file, assignment) for file in sorted((assignment.hidden / "mistakes").glob("*.py"))]


def with_mistake(solution: Mapping[str, bytes], mistake: Mistake) -> dict[str, bytes]:
    """Return a solution's files with one mistake in them."""
    if mistake.module in solution:
        return {**solution, mistake.module: mistake.spoiled(solution[mistake.module])}
    file = f"{mistake.module}.py"
    return {**solution, file: mistake.into(solution[file].decode()).encode()}


def _load(file: Path, assignment: Assignment) -> Mistake:
    text = file.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise CourseError(f"{file}: line {error.lineno}: {error.msg}") from None
    hint = ast.get_docstring(tree)
    declared = constants(tree)
    name, check, keeps = (declared.get(constant) for constant in ("MODULE", "CHECK", "KEEPS"))
    if not (hint and isinstance(name, str) and isinstance(check, str)):
        raise CourseError(f"{file}: a mistake needs a docstring (the hint), MODULE and CHECK")
    if keeps is not None and not (isinstance(keeps, int | float) and 0 < keeps <= 1):
        raise CourseError(f"{file}: KEEPS = {keeps!r}, expected a share of the points, above 0 and at most 1")
    mistake = Mistake(file.stem, inspect.cleandoc(hint).replace("\n", " "), name, check, text, keeps)
    if name not in assignment.models:
        module = assignment.solution / f"{name}.py"
        if not module.is_file():
            raise CourseError(f"{file}: MODULE names {name!r}, which {assignment.solution} does not have")
        mistake.into(module.read_text(encoding="utf-8"))
    return mistake


def splice(solution: str, changes: str, name: str) -> str:
    """Return the solution's source with the functions and methods of `changes` in place of its own.

    Raises
    ------
    CourseError
        If `changes`, of the mistake `name`, has a class that the solution lacks.
    """
    tree = ast.parse(solution)
    own = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    extra: list[ast.stmt] = []
    for node in ast.parse(changes).body[1:]:
        if isinstance(node, ast.FunctionDef):
            if node.name in own:
                tree.body[tree.body.index(own[node.name])] = node
            else:
                extra.append(node)
        elif isinstance(node, ast.ClassDef):
            if not isinstance(own.get(node.name), ast.ClassDef):
                raise CourseError(f"mistake {name}: the solution has no class {node.name}")
            _replace_methods(own[node.name], node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            extra.append(node)
    future = [
        i
        for i, node in enumerate(tree.body)
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    ]
    start = max(future, default=0) + 1
    tree.body[start:start] = extra
    return ast.unparse(ast.fix_missing_locations(tree))


def _replace_methods(own: ast.AST, changed: ast.ClassDef) -> None:
    assert isinstance(own, ast.ClassDef)
    names = {node.name for node in changed.body if isinstance(node, ast.FunctionDef)}
    kept = [node for node in own.body if not (isinstance(node, ast.FunctionDef) and node.name in names)]
    own.body = kept + [node for node in changed.body if isinstance(node, ast.FunctionDef)]
